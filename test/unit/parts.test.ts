import { describe, expect, it } from 'vitest';
import { toneOf, verdictWord } from '../../components/parts/Chip.tsx';
import { splitAt } from '../../components/parts/Emphasis.tsx';
import { safeHref } from '../../components/parts/link.ts';
import type { Item, Verdict } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';

const words = makeWords('en');

describe('small parts', () => {
  it.each<[Verdict, Item['exactness'], string, string]>([
    ['conflicts', undefined, 'conflict', 'Conflicts'],
    ['sources differ', undefined, 'conflict', 'Sources differ'],
    ['strained', undefined, 'tension', 'Barely fits'],
    ['changed since', undefined, 'tension', 'Changed since'],
    ['agrees', undefined, 'agree', 'Agrees'],
    ['agrees', 'less exact', 'tension', 'Less exact'],
    ['agrees', 'more exact', 'agree', 'Agrees'],
    ['as last reported', undefined, 'agree', 'As last reported'],
    ['only here', undefined, 'other', 'Only here'],
  ])('%s, %s: %s, “%s”', (verdict, exactness, tone, word) => {
    expect(toneOf({ verdict, exactness })).toBe(tone);
    expect(verdictWord({ verdict, exactness }, words)).toBe(word);
  });

  it.each([
    ['https://example.org/a', true],
    ['http://example.org/a#:~:text=x', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['blob:https://example.org/x', false],
    ['//example.org', false],
    ['', false],
  ])('an address that may be a link: %s', (url, safe) => expect(safeHref(url)).toBe(safe ? url : undefined));

  it.each<[string, string[], string[]]>([
    ['This page says 35, others 26.', ['35', '26'], ['35', '26']],
    ['Of 350 and 35.', ['35'], ['35']],
    ['It grew to 3.5 and 35.5.', ['3', '35'], []],
    ['about 35 countries', ['35', 'about 35 countries'], ['about 35 countries']],
    ['nothing', ['26'], []],
  ])('bold in “%s”', (sentence, parts, bold) => {
    const pieces = splitAt(sentence, parts);
    expect(pieces.join('')).toBe(sentence);
    expect(pieces.filter((_, i) => i % 2)).toEqual(bold);
  });
});
