import { describe, expect, it } from 'vitest';
import { findAsOf } from '../../utils/language/as-of.ts';
import { readDates } from '../../utils/language/dates.ts';
import { englishDates } from '../../utils/language/en/dates.ts';
import { englishModality } from '../../utils/language/en/modality.ts';
import { englishQuantityWords } from '../../utils/language/en/numbers.ts';
import { englishSentences } from '../../utils/language/en/sentences.ts';
import { findModality, type Polarity, readPolarity } from '../../utils/language/modality.ts';
import { readQuantities } from '../../utils/language/quantities.ts';
import { splitSentences } from '../../utils/language/sentences.ts';
import type { Block } from '../../utils/language/types.ts';

/** The words in [brackets] are the figure or statement. */
function place(marked: string) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const block: Block = { id: 0, text, kind: 'paragraph', section: 0 };
  const sentences = splitSentences(block, englishSentences);
  return { text, block, sentences, sentence: sentences.find((s) => start < s.end)!, span: { start, end } };
}

describe('findModality', () => {
  it.each<[string, string, string]>([
    ['plain', 'At the table sat [31 leaders].', 'reported'],
    ['pledge', 'Macron said [26 countries] had pledged troops.', 'reported'],
    ['pledge in reported speech', '[Twenty-six states] would take part in the force.', 'reported'],
    ['commitment', 'Norway will send [100 soldiers].', 'reported'],
    ['month, not a verb', 'In May [30 leaders] came.', 'reported'],
    ['is expected to', '[Thirty leaders] are expected to attend.', 'expected'],
    ['will attend', '[Thirty leaders] will attend the summit.', 'expected'],
    ['will join the call', 'Some [30 leaders] will join the call.', 'expected'],
    ['an aside', 'The club, [thirty states], will meet on Friday.', 'reported'],
    ['the end of an aside', 'The club, which counts [31 states], will meet in May.', 'reported'],
    ['will be at the table', '[26 nations] will be at the table on Thursday.', 'expected'],
    ['due', '[Thirty leaders] are due in Paris.', 'expected'],
    ['expects', 'The palace expects about [30 leaders].', 'expected'],
    ['hoped for', 'The organisers hope for at least [30 pledges].', 'expected'],
    ['dreamt of', 'An adviser dreams of [twenty pledges] by nightfall.', 'expected'],
    ['would number', 'The force would number [15,000 soldiers].', 'proposed'],
    ['could', 'Britain could send [5,000 soldiers].', 'proposed'],
    ['might, subject', '[Thirty governments] might join.', 'proposed'],
    ['floated', 'A force of [64,000], floated in spring, is off the table.', 'proposed'],
    ['once discussed', '[64,000]: the size first discussed by the allies.', 'proposed'],
    ['proposal', 'An earlier proposal spoke of [10,000 soldiers].', 'proposed'],
    ['draft', 'A draft statement names [35 countries].', 'draft'],
    ['leaked', 'The leaked paper puts the force at [20,000 soldiers].', 'draft'],
    ['another clause', 'Spain might join later, but [26 countries] have signed.', 'reported'],
  ])('%s: %s', (_kind, marked, modality) => {
    const { text, sentence, span } = place(marked);
    expect(findModality(text, sentence, span, englishModality)).toBe(modality);
  });
});

describe('readPolarity', () => {
  it.each<[string, string, (keyof Polarity)[]]>([
    ['plain', 'Italy will [send troops].', []],
    ['not', 'Italy will not [send troops].', ['negated']],
    ["n't", "Italy won't [send troops].", ['negated']],
    ['refuses', 'Italy refuses to [send troops].', ['negated']],
    ['rules out', 'Italy ruled out [sending troops].', ['negated']],
    ['without', 'It supports Kyiv without [sending troops].', ['negated']],
    ['subject', '[Nine states] have not yet signed.', ['negated']],
    ['not only', 'Italy will not only [send troops].', []],
    ['no fewer than', 'No fewer than [26 states] signed.', []],
    ['double', 'Italy has not ruled out [sending troops].', []],
    ['before a comma', 'This is not a war, and Italy will [send troops].', []],
    ['denial', 'Rome denied reports that it would [send troops].', ['denied']],
    ['there are no', 'There are no plans to [send troops], Rome says.', ['negated', 'denied']],
    ['if', 'Italy will [send troops] if the fighting stops.', ['conditional']],
    ['provided', 'Italy will [send troops], provided the mandate is right.', ['conditional']],
    ['provided, the verb', 'Italy provided aid and [sent troops].', []],
    ['condition of another part', 'Italy will [send troops]; Spain might, if asked.', []],
    ['question', 'Will Italy [send troops]?', ['question']],
    ['indirect question', 'Nobody knows whether Italy will [send troops].', ['question']],
  ])('%s: %s', (_kind, marked, expected) => {
    const { text, sentence, span } = place(marked);
    const polarity = readPolarity(text, sentence, span, englishModality);
    expect(
      Object.entries(polarity)
        .filter(([, on]) => on)
        .map(([key]) => key),
    ).toEqual(expected);
  });
});

describe('findAsOf', () => {
  it.each<[string, string, string | null, string | null]>([
    ['the day in the sentence', 'On Thursday [26 countries] signed.', '2025-09-09', '2025-09-04'],
    ['the month in the sentence', 'In March [18 countries] took part.', '2025-09-09', '2025-03'],
    ['the page', '[Twenty-six countries] have signed.', '2025-09-09', '2025-09-09'],
    ['not what is ahead', 'They will meet on Friday; [26 countries] have signed.', '2025-09-09', '2025-09-09'],
    ['not the beginning of a stretch', 'Since March [26 countries] have joined.', '2025-09-09', '2025-09-09'],
    [
      'not the date of the next number',
      '[Twenty-six countries] have signed, up from 18 in March.',
      '2025-09-09',
      '2025-09-09',
    ],
    ['nothing', '[Twenty-six countries] have signed.', null, null],
    ['full date without a page date', 'On 4 September 2025 [26 countries] signed.', null, '2025-09-04'],
  ])('%s', (_kind, marked, date, asOf) => {
    const { text, block, sentences, span } = place(marked);
    const pageDate = date ? { from: date, to: date } : null;
    const dates = readDates(text, pageDate, englishDates).map((d) => ({ ...d, block: 0 }));
    const reading = {
      blocks: [block],
      sentences,
      mentions: [],
      quantities: readQuantities(text, englishQuantityWords).map((q) => ({ ...q, block: 0 })),
      dates,
      pageDate,
    };
    expect(findAsOf(reading, { block: 0, ...span })).toBe(asOf);
  });
});
