import { describe, expect, it } from 'vitest';
import { fold, foldKeepingOffsets } from '../../utils/language/fold.ts';
import { fc } from '../tools/fuzz.ts';
import { readPage } from './names-helpers.ts';

const PIECES = [
  'Emmanuel Macron',
  'Macron',
  'Brigitte Macron',
  'Merz',
  'Friedrich Merz',
  'the coalition of the willing',
  'Ukraine',
  'Iraq',
  'the French president',
  'President',
  'said',
  'and',
  'Zelen\u00ADskyy’s',
  'Støre',
  'Store',
  'Paris',
  '.',
  ',',
  ' ',
  '\n',
  '—',
  '“',
  '”',
  '-',
  '\u00A0',
  'U.S.',
  'Taoiseach Martin',
  '\ud83d\ude00',
  '\ud800',
]; // prettier-ignore
const pageText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((pieces) => pieces.join(' '));

describe('mentions of any text', () => {
  it('slice to their surfaces, in order, without overlap', () => {
    fc.assert(
      fc.property(pageText, (text) => {
        const { blocks, mentions } = readPage(text);
        let last = { block: -1, end: 0 };
        for (const m of mentions) {
          expect(blocks[m.block]!.text.slice(m.start, m.end)).toBe(m.surface);
          expect(m.surface.length).toBeGreaterThan(0);
          expect(m.block > last.block || (m.block === last.block && m.start >= last.end)).toBe(true);
          last = m;
        }
      }),
    );
  });

  it('shift with the text', () => {
    fc.assert(
      fc.property(pageText, fc.constantFrom('  ', '\t', '   \u00A0'), (text, lead) => {
        const line = text.replaceAll('\n', ' ');
        const before = readPage(line).mentions.map((m) => [m.entity, m.start + lead.length, m.surface]);
        expect(readPage(lead + line).mentions.map((m) => [m.entity, m.start, m.surface])).toEqual(before);
      }),
    );
  });

  it('are the same for every typography of one name', () => {
    const space = fc.constantFrom(' ', '\u00A0', '\u202F', '  ');
    const soft = fc.constantFrom('', '\u00AD', '\u200B');
    const apostrophe = fc.constantFrom("'", '’', 'ʼ');
    fc.assert(
      fc.property(space, soft, apostrophe, (s, h, a) => {
        const { mentions } = readPage(
          `Emmanuel${s}Mac${h}ron${a}s plan for the coalition${s}of the wil${h}ling helps Ukraine.`,
        );
        expect(mentions.map((m) => m.entity)).toEqual(['emmanuel-macron', 'coalition-of-the-willing', 'ukraine']);
      }),
    );
  });
});

describe('folding', () => {
  it('keeps a way back to every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const folded = foldKeepingOffsets(text);
        expect(folded.text).toBe(fold(text));
        let last = 0;
        for (let i = 0; i <= folded.text.length; i++) {
          const at = folded.original(i);
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(text.length);
          last = at;
        }
        expect(folded.original(folded.text.length)).toBe(text.length);
      }),
    );
  });

  const rows: [string, string, string][] = [
    [
      'diacritics',
      'Nausėda, Šakalienė, Løkke, Sikorski z Łodzi, Yılmaz',
      'Nauseda, Sakaliene, Lokke, Sikorski z Lodzi, Yilmaz',
    ],
    ['apostrophes', 'l’Ukraine Trumpʼs Macron´s', "l'Ukraine Trump's Macron's"],
    ['hyphens and spaces', 'Kosiniak\u2011Kamysz\u00A010\u202F000', 'Kosiniak-Kamysz 10 000'],
    ['invisible', 'Zelen\u00ADskyy\u200B', 'Zelenskyy'],
    ['case stays', 'ÉLYSÉE Élysée', 'ELYSEE Elysee'],
  ];
  it.each(rows)('%s', (_, text, want) => expect(fold(text)).toBe(want));
});
