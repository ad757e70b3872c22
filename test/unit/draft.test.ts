/** *Check a draft*, the pure parts: paragraphs of a pasted text, the passages that are marked, and the words of a draft's report. */

import { describe, expect, it } from 'vitest';
import { paragraphsOf, withPlainLines } from '../../components/panel/draft/paragraphs.ts';
import { type Passage, passagesOf, piecesOf } from '../../components/panel/draft/passages.ts';
import type { Tone } from '../../components/parts/Chip.tsx';
import { draftWords, INSTEAD } from '../../utils/words/draft-words.ts';
import { en } from '../../utils/words/en.ts';
import { makeWords } from '../../utils/words/index.ts';
import type { Key, Table } from '../../utils/words/types.ts';
import * as fixtures from '../fixtures/reports.ts';
import { fc } from '../tools/fuzz.ts';

/** Words to fill lines with. */
const LINE = 'Ministers of the harbour towns met again on Thursday and spoke of';

describe('paragraphs of a pasted text', () => {
  it.each([
    ['nothing', '', []],
    ['white space alone', ' \n\t\n  ', []],
    ['a line is a paragraph', 'One.\nTwo.', ['One.', 'Two.']],
    ['empty lines between', 'One.\n\n\nTwo.\n', ['One.', 'Two.']],
    ['line ends of another system', 'One.\r\nTwo.\rThree.', ['One.', 'Two.', 'Three.']],
    [
      'lines that were broken to a width are one paragraph',
      `${LINE}\n${LINE}\n${LINE}\n${LINE}\nthe quay.\n\nLater they left.`,
      [`${LINE} ${LINE} ${LINE} ${LINE} the quay.`, 'Later they left.'],
    ],
    [
      'a list in a broken text keeps its items',
      `${LINE}\n${LINE}\n${LINE}\n${LINE}\nthe quay:\n- ${LINE}\n- boats`,
      [`${LINE} ${LINE} ${LINE} ${LINE} the quay:`, `- ${LINE}`, '- boats'],
    ],
    [
      'long lines are paragraphs, whatever stands between them',
      `${LINE} ${LINE}.\n${LINE} ${LINE}.\n${LINE} ${LINE}.\n${LINE} ${LINE}.`,
      [`${LINE} ${LINE}.`, `${LINE} ${LINE}.`, `${LINE} ${LINE}.`, `${LINE} ${LINE}.`],
    ],
    ['two short lines are no broken text', `${LINE}\n${LINE}`, [LINE, LINE]],
  ])('%s', (_, text, wanted) => {
    expect(paragraphsOf(withPlainLines(text)).map((one) => one.text)).toEqual(wanted);
  });

  it('knows headings and items, and begins a section at each heading', () => {
    const text = '# The quay\nOne.\n- first\n2) second\n## Boats\nTwo.';
    expect(paragraphsOf(text).map(({ kind, section }) => `${kind} ${section}`)).toEqual([
      'heading 1',
      'paragraph 1',
      'item 1',
      'item 1',
      'heading 2',
      'paragraph 2',
    ]);
  });

  it('keeps every place and every word of any text', () => {
    const text = fc
      .array(fc.constantFrom(LINE, 'One.', '', '  ', '- item', '# Heading', 'é🙂', '\t'), { maxLength: 40 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (whole) => {
        const paragraphs = paragraphsOf(whole);
        for (const { from, text } of paragraphs)
          expect(whole.slice(from, from + text.length).replace(/\n/g, ' ')).toBe(text);
        expect(paragraphs.map(({ text }) => text.replace(/\s/g, '')).join('')).toBe(whole.replace(/\s/g, ''));
      }),
    );
  });
});

const passage = (tone: Tone, start: number, end: number, kind: 'item' | 'name' = 'item'): Passage => ({
  subject: { kind, id: `${start}` },
  tone,
  block: 0,
  start,
  end,
});
const drawn = (length: number, passages: Passage[]): string =>
  piecesOf(length, passages)
    .map(({ start, end, passage: one }) => `${start}-${end}${one ? ` ${one.subject.kind} ${one.tone}` : ''}`)
    .join(', ');

describe('pieces of a paragraph', () => {
  it.each<[string, number, Passage[], string]>([
    ['no passage', 10, [], '0-10'],
    ['an empty paragraph', 0, [], ''],
    ['one in the middle', 10, [passage('agree', 2, 5)], '0-2, 2-5 item agree, 5-10'],
    ['at both ends', 10, [passage('agree', 7, 10), passage('tension', 0, 3)], '0-3 item tension, 3-7, 7-10 item agree'],
    [
      'the louder of two that overlap',
      10,
      [passage('agree', 0, 6), passage('conflict', 4, 9)],
      '0-4, 4-9 item conflict, 9-10',
    ],
    [
      'a figure before a name',
      10,
      [passage('other', 0, 6, 'name'), passage('other', 2, 4)],
      '0-2, 2-4 item other, 4-10',
    ],
    ['the longer of equals', 10, [passage('agree', 2, 4), passage('agree', 1, 6)], '0-1, 1-6 item agree, 6-10'],
    [
      'places that the paragraph does not have',
      4,
      [passage('agree', 2, 9), passage('agree', -1, 2), passage('agree', 3, 3)],
      '0-4',
    ],
  ])('%s', (_, length, passages, wanted) => expect(drawn(length, passages)).toBe(wanted));

  it('are all of the paragraph, in order, none twice', () => {
    const tone = fc.constantFrom<Tone>('conflict', 'tension', 'agree', 'other');
    const one = fc.tuple(tone, fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.array(one, { maxLength: 12 }), (length, all) => {
        const pieces = piecesOf(
          length,
          all.map(([t, start, end]) => passage(t, start, end)),
        );
        let at = 0;
        for (const { start, end } of pieces) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(length);
      }),
    );
  });

  it('are of what the list shows: figures with a name or a source, names once', () => {
    const plain = fixtures.item('i9', { label: null, measure: null, against: [], start: 20, end: 22 });
    const report = fixtures.withItems(fixtures.pledging, plain);
    const subjects = passagesOf(report).map(({ subject }) => `${subject.kind} ${subject.id}`);
    expect(subjects).toContain(`item ${fixtures.pledging.id}`);
    expect(subjects).not.toContain('item i9');
    expect(subjects.filter((one) => one.startsWith('name')).length).toBe(
      report.mentions.filter(({ first }) => first).length,
    );
  });
});

describe('the words of a draft', () => {
  const table: Table = en;
  const forms = (key: string): string[] => {
    const text = table[key] ?? '';
    return typeof text === 'string' ? [text] : Object.values(text);
  };
  const names = (key: string) =>
    [
      ...new Set(
        forms(key)
          .join(' ')
          .match(/\{[a-z]+\}/g) ?? [],
      ),
    ].sort();

  it.each(Object.entries(INSTEAD))('%s has the same placeholders', (page, draft) => {
    expect(names(draft)).toEqual(names(page));
    expect(forms(draft).length).toBe(forms(page).length);
  });

  it('stand for every text of a report that speaks of this page', () => {
    const inReports = /^(card|cite|pair|reason|scale|summary|sources|mixup|panel)\./;
    // The foot of the panel speaks of the page whichever tab is open.
    const ofThePanel = ['panel.compared-undated'];
    const missing = Object.keys(table).filter(
      (key) =>
        inReports.test(key) &&
        !ofThePanel.includes(key) &&
        !INSTEAD[key as Key] &&
        forms(key).some((text) => /\b(this|the) page\b|\bon page\b/i.test(text.replace(/\{page\}/g, ''))),
    );
    expect(missing).toEqual([]);
  });

  it('say what a page’s words say of a draft, and leave the rest', () => {
    const words = draftWords(makeWords('en'));
    expect(words.t('summary.agrees', { page: '26', n: 4, count: 'four' })).toBe(
      'This draft says 26. So do four sources.',
    );
    expect(words.t('sources.open')).toBe('Open');
    expect(words.date('2025-09-04')).toBe('4 Sep 2025');
  });
});
