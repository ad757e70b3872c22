import { describe, expect, it } from 'vitest';
import { englishSentences } from '../../utils/language/en/sentences.ts';
import { splitSentences } from '../../utils/language/sentences.ts';
import { fc } from '../tools/fuzz.ts';

const split = (text: string) => splitSentences({ id: 7, text, kind: 'paragraph', section: 0 }, englishSentences);

describe('sentences', () => {
  /** [kind of text, sentences; the text is those joined by a space] */
  const rows: [string, string[]][] = [
    ['plain', ['They met in Paris.', 'Nobody spoke.']],
    ['titles', ['Mr. Healey met Gen. Kellogg and Sen. Graham.', 'They talked.']],
    ['initials', ['J. D. Vance met E. Macron.', 'It was short.']],
    ['dotted country, inside', ['The U.S. President and the U.K. Army agree.']],
    ['dotted country, at the end', ['They fly to the U.S.', 'The plan is ready.']],
    ['month before a day', ['They met on Sept. 4, 2025.', 'It rained.']],
    ['month at the end', ['They met in Sept.', 'Nobody knew.']],
    ['number sign', ['He walked to No. 10 at noon.', 'It was shut.']],
    ['decimals and money', ['It costs 1.1 billion, or £2.26bn.', 'So be it.']],
    ['quotation before the speaker', ['“We are ready,” he said.', '“Are you?” she asked.']],
    ['full stop inside the quotes', ['"No chance."', 'That was the answer.']],
    ['question inside a sentence', ['"Who pays?" asked the minister.']],
    ['ellipsis inside', ['We count on them… the rest follows.']],
    ['ellipsis at the end', ['We count on them…', 'The rest follows.']],
    ['starts with a number', ['That is all.', '26 countries agree.']],
    ['exclamation', ['Enough!', 'He left.']],
    ['numbered point', ['1. The force stays small.']],
    ['abbreviation in brackets', ['Others (e.g. Norway) may join.']],
    ['other alphabet', ['Це перше.', 'Це друге.']],
  ];
  it.each(rows)('%s', (_, sentences) => {
    const text = sentences.join(' ');
    expect(split(text).map((s) => text.slice(s.start, s.end))).toEqual(sentences);
  });

  it('knows a question', () => {
    expect(split('Who pays? “Do we?” They do.').map((s) => s.question)).toEqual([true, true, false]);
  });

  it('a blank line ends a sentence, a single line break does not', () => {
    expect(split('Key points\n\nThe force\nis small').length).toBe(2);
  });
});

describe('clauses', () => {
  /** [kind of sentence, clauses] */
  const rows: [string, string[]][] = [
    ['list of nouns', ['They offered troops, ships and planes.']],
    ['list of names with a comma before "and"', ['France, Britain, and Ukraine signed it.']],
    ['list with "or"', ['They help by land, at sea, or in the air.']],
    ['while', ['Twenty-six pledged, ', 'while 35 belong.']],
    ['while in the middle', ['He said that ', 'while 26 pledged, 35 belong.']],
    ['but', ['Italy helps ', 'but sends nobody.']],
    ['semicolon', ['Britain would; ', 'Denmark might.']],
    ['colon', ['The sum: ', 'ten billion.']],
    ['clock time and range', ['At 10:30 some 15–30 came.']],
    ['dashes', ['The force — ', 'ten thousand strong — ', 'is a plan.']],
    ['relative clause', ['Thirty states, ', 'which met in Paris, agreed.']],
    ['and with a verb of its own', ['Ten states came, ', 'and six of them will send troops.']],
    ['and with a pronoun', ['He came ', 'and he stayed.']],
    ['and with two objects', ['He named the force and the coalition.']],
    ['with', ['It may work, ', 'with Britain giving 10,000.']],
    ['even though', ['They agreed, ', 'even though money is short.']],
  ];
  it.each(rows)('%s', (_, clauses) => {
    const text = clauses.join('');
    expect(split(text).flatMap((s) => s.clauses.map((c) => text.slice(c.start, c.end)))).toEqual(clauses);
  });
});

describe('any text', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('Mr.', 'U.S.', '.', '…', '?"', ', and', '; ', ' — ', '\n\n', 'while', '26', 'The', ' '),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(' '));

  it('sentences are in order and leave out only white space; clauses cover them without gaps', () => {
    fc.assert(
      fc.property(text, (value) => {
        let end = 0;
        for (const s of split(value)) {
          expect(s.block).toBe(7);
          expect(value.slice(end, s.start).trim()).toBe('');
          expect(s.start).toBeGreaterThanOrEqual(end);
          expect(s.end).toBeGreaterThan(s.start);
          expect(s.clauses[0]!.start).toBe(s.start);
          expect(s.clauses.at(-1)!.end).toBe(s.end);
          s.clauses.forEach((clause, i) => {
            expect(clause.end).toBeGreaterThan(clause.start);
            if (i > 0) expect(clause.start).toBe(s.clauses[i - 1]!.end);
          });
          end = s.end;
        }
        expect(value.slice(end).trim()).toBe('');
      }),
    );
  });
});
