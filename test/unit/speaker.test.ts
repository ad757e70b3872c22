import { describe, expect, it } from 'vitest';
import { englishAttribution } from '../../utils/language/en/attribution.ts';
import { englishSentences } from '../../utils/language/en/sentences.ts';
import { splitSentences } from '../../utils/language/sentences.ts';
import { findSpeaker } from '../../utils/language/speaker.ts';
import type { Block, Mention, Reading } from '../../utils/language/types.ts';

const NAMES: Record<string, string> = {
  'Emmanuel Macron': 'emmanuel-macron',
  Macron: 'emmanuel-macron',
  'Keir Starmer': 'keir-starmer',
  Starmer: 'keir-starmer',
  Meloni: 'giorgia-meloni',
  'Micheál Martin': 'micheal-martin',
  Germany: 'germany',
  Berlin: 'germany',
};
const isPerson = (entity: string) => entity !== 'germany';

function readingOf(paragraphs: string[]): Reading {
  const blocks: Block[] = paragraphs.map((text, id) => ({ id, text, kind: 'paragraph', section: 0 }));
  const mentions: Mention[] = [];
  for (const block of blocks)
    for (const [surface, entity] of Object.entries(NAMES))
      for (let at = block.text.indexOf(surface); at >= 0; at = block.text.indexOf(surface, at + 1))
        if (!mentions.some((m) => m.block === block.id && at < m.end && at + surface.length > m.start))
          mentions.push({ block: block.id, start: at, end: at + surface.length, surface, entity });
  const sentences = blocks.flatMap((block) => splitSentences(block, englishSentences));
  return { blocks, sentences, mentions, quantities: [], dates: [], pageDate: null };
}

/** The words in [brackets] are the figure; paragraphs are separated by "|". */
function speakerOf(marked: string): string | null {
  const paragraphs = marked.split('|').map((text) => text.trim());
  const block = paragraphs.findIndex((text) => text.includes('['));
  const start = paragraphs[block]!.indexOf('[');
  const end = paragraphs[block]!.indexOf(']') - 1;
  paragraphs[block] = paragraphs[block]!.replace('[', '').replace(']', '');
  const speaker = findSpeaker(readingOf(paragraphs), { block, start, end }, englishAttribution, isPerson);
  return speaker && (speaker.entity ?? speaker.text);
}

describe('findSpeaker', () => {
  it.each<[string, string, string | null]>([
    ['X said', 'Macron said [26 countries] had signed.', 'emmanuel-macron'],
    ['X said that', 'Emmanuel Macron said that [26 countries] had signed.', 'emmanuel-macron'],
    ['X has said', 'Starmer has repeatedly said that [30 countries] are in.', 'keir-starmer'],
    ['X told reporters', 'Macron told reporters that [26 countries] had signed.', 'emmanuel-macron'],
    ['said X', '“We have [26 countries] behind us,” said Macron.', 'emmanuel-macron'],
    ['said title X', '“There are [26] of them,” said French President Emmanuel Macron on Thursday.', 'emmanuel-macron'],
    ['X said, behind', '[Twenty-six countries] had signed, Macron said.', 'emmanuel-macron'],
    ['X argued, in the middle', '[Twenty-six countries], Macron argued, are enough.', 'emmanuel-macron'],
    [
      'with an apposition',
      'Micheál Martin, the head of the Irish government, said [26 countries] had signed.',
      'micheal-martin',
    ],
    [
      'pronoun, same sentence',
      'Macron meant another count by it: [26 governments], he said, had put their names down.',
      'emmanuel-macron',
    ],
    [
      'pronoun, sentence before',
      'Macron said the list was long. He added that [26 countries] had signed.',
      'emmanuel-macron',
    ],
    [
      'pronoun, paragraph before',
      'Starmer said it was late. | He told reporters that [30 countries] were in.',
      'keir-starmer',
    ],
    ['pronoun, only person', 'Meloni came late. She said [12 people] waited.', 'giorgia-meloni'],
    ['according to', 'According to Macron, [26 countries] had signed.', 'emmanuel-macron'],
    [
      'according to, behind',
      '[Twenty-six countries] had signed, according to the Finnish ministry.',
      'the Finnish ministry',
    ],
    ['newspaper', 'The Daily Courier reports that [15,000 soldiers] would go.', 'The Daily Courier'],
    ['agency, behind', '[Ten thousand soldiers] would go, the Courier reported.', 'the Courier'],
    [
      'official without a name',
      'A White House official said [1.1 billion euros] had been paid.',
      'A White House official',
    ],
    ['office of a person', "Macron's office said [26 countries] had signed.", "Macron's office"],
    ['country', 'Berlin said [800 soldiers] would train.', 'germany'],
    ['headline', 'Macron: [26 countries] ready', 'emmanuel-macron'],
    ['nearest of two', 'Macron said 26 had signed, while Starmer said [30] had.', 'keir-starmer'],
    ['quotation goes on', '“It is done,” Macron said. “We have [26 countries] behind us.”', 'emmanuel-macron'],
    ['quotation begins before', '“We have [26 countries] behind us. It is done,” Macron said.', 'emmanuel-macron'],
    ['turned round', 'So reports the Evening Courier, which counts [two formations].', 'the Evening Courier'],
    // nobody
    ['no attribution', 'At the table sat [26 leaders], among them Macron.', null],
    ['the other half', 'Macron said it was late; [26 countries] had signed.', null],
    ['next sentence, no quotation', 'Macron said it was late. [Twenty-six countries] signed.', null],
    ['to say', 'It is hard to say whether [26 countries] will come.', null],
    ['passive', 'It was said that [26 countries] would come.', null],
    ['noun', 'Media reports of [26 countries] were wrong about Macron.', null],
    ['idiom', 'All told, [33 states] came.', null],
    ['pronoun without a person', 'He said [26 countries] had signed.', null],
    ['pronoun with two persons', 'Macron met Starmer. He said [26 countries] had signed.', null],
    ['section label', 'Berlin: [800 soldiers] in training', null],
  ])('%s: %s', (_kind, text, speaker) => {
    expect(speakerOf(text)).toBe(speaker);
  });

  it('says in which paragraph the speaker stands', () => {
    const reading = readingOf(['Starmer said it was late.', 'He said 30 countries were in.']);
    expect(findSpeaker(reading, { block: 1, start: 8, end: 20 }, englishAttribution, isPerson)).toMatchObject({
      block: 0,
      text: 'Starmer',
    });
  });

  it.each(['', 'said', 'said said said '.repeat(500), '“'.repeat(3000), ', said '.repeat(1000)])(
    'does not throw on odd text',
    (text) => {
      expect(() =>
        findSpeaker(readingOf([text]), { block: 0, start: 2, end: 4 }, englishAttribution, isPerson),
      ).not.toThrow();
    },
  );
});
