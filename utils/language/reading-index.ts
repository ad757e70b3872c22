/** Ways into a reading: the sentence at a place, what stands in it. Built once for each reading. */
import type { DateMention, Mention, Place, PlacedQuantity, Reading, Sentence } from './types.ts';

export interface ReadingIndex {
  text(block: number): string;
  /** Sentences of a block, in order. */
  sentences(block: number): readonly Sentence[];
  /** Index, among its block's sentences, of the one that holds the place's start; -1 where none does. */
  sentenceAt(place: Place): number;
  mentionsIn(sentence: Sentence): readonly Mention[];
  datesIn(sentence: Sentence): readonly DateMention[];
  quantitiesIn(sentence: Sentence): readonly PlacedQuantity[];
  /** The block before this one in the page, or null. */
  blockBefore(block: number): number | null;
}

const built = new WeakMap<Reading, ReadingIndex>();

export function indexOf(reading: Reading): ReadingIndex {
  const known = built.get(reading);
  if (known) return known;
  const index = build(reading);
  built.set(reading, index);
  return index;
}

function build(reading: Reading): ReadingIndex {
  const texts = new Map(reading.blocks.map((block) => [block.id, block.text]));
  const order = new Map(reading.blocks.map((block, i) => [block.id, i]));
  const sentences = new Map<number, Sentence[]>();
  for (const sentence of reading.sentences) push(sentences, sentence.block, sentence);
  const mentions = new Map<Sentence, Mention[]>();
  const sentenceAt = ({ block, start }: Place): number => {
    const list = sentences.get(block) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.end > start) high = middle;
      else low = middle + 1;
    }
    return low < list.length ? low : -1;
  };
  for (const mention of reading.mentions) {
    const sentence = sentences.get(mention.block)?.[sentenceAt(mention)];
    if (sentence) push(mentions, sentence, mention);
  }
  const dates = new Map<Sentence, DateMention[]>();
  for (const date of reading.dates) {
    const sentence = sentences.get(date.block)?.[sentenceAt(date)];
    if (sentence) push(dates, sentence, date);
  }
  const quantities = new Map<Sentence, PlacedQuantity[]>();
  for (const quantity of reading.quantities) {
    const sentence = sentences.get(quantity.block)?.[sentenceAt(quantity)];
    if (sentence) push(quantities, sentence, quantity);
  }
  for (const list of mentions.values()) list.sort((a, b) => a.start - b.start);
  return {
    text: (block) => texts.get(block) ?? '',
    sentences: (block) => sentences.get(block) ?? [],
    sentenceAt,
    mentionsIn: (sentence) => mentions.get(sentence) ?? [],
    datesIn: (sentence) => dates.get(sentence) ?? [],
    quantitiesIn: (sentence) => quantities.get(sentence) ?? [],
    blockBefore: (block) => reading.blocks[(order.get(block) ?? 0) - 1]?.id ?? null,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
