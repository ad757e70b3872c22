/** Who says what stands at a place of the text. Silence where it is not plain. */
import { indexOf, type ReadingIndex } from './reading-index.ts';
import { type Attribution, type AttributionWords, findAttributions } from './speaker/attributions.ts';
import type { Place, Reading, Sentence, Span, Speaker } from './types.ts';

export type { AttributionWords } from './speaker/attributions.ts';

/** A quotation's speaker is named at most so many sentences before or after it in its paragraph. */
const QUOTE_SENTENCES = 3;
/** "He said": the person was named at most so many sentences before, over at most so many paragraphs. */
const PRONOUN_SENTENCES = 4;
const PRONOUN_BLOCKS = 2;

const kept = new WeakMap<Reading, Map<Sentence, Attribution[]>>();

/**
 * Who says the words at `place`, or null: the attribution of the sentence that covers them, else, inside a quotation, the
 * one of the sentences around. `isPerson` tells persons from countries and bodies, for "he said" and headlines.
 */
export function findSpeaker(
  reading: Reading,
  place: Place,
  words: AttributionWords,
  isPerson: (entity: string) => boolean,
): Speaker | null {
  const index = indexOf(reading);
  const at = index.sentenceAt(place);
  const sentence = index.sentences(place.block)[at];
  if (!sentence) return null;
  const scene: Scene = { reading, index, words, isPerson };
  const own = covering(attributionsOf(sentence, scene), place, index.text(place.block), isPerson);
  if (own) return speakerOf({ attribution: own, sentence }, scene, place.block);
  const around = isQuoted(place, scene) ? aroundQuote(place.block, at, scene) : null;
  return around && speakerOf(around, scene, place.block);
}

interface Scene {
  reading: Reading;
  index: ReadingIndex;
  words: AttributionWords;
  isPerson(entity: string): boolean;
}

interface Found {
  attribution: Attribution;
  sentence: Sentence;
}

function attributionsOf(sentence: Sentence, { reading, index, words }: Scene): Attribution[] {
  const all = kept.get(reading) ?? new Map<Sentence, Attribution[]>();
  kept.set(reading, all);
  const known = all.get(sentence);
  if (known) return known;
  const found = findAttributions(index.text(sentence.block), sentence, index.mentionsIn(sentence), words);
  all.set(sentence, found);
  return found;
}

/** The attribution whose words are at `place`: the last "X said" before it, else "…, X said" or "according to X" after it. */
function covering(
  all: readonly Attribution[],
  place: Place,
  text: string,
  isPerson: Scene['isPerson'],
): Attribution | null {
  const broken = (from: number, to: number) => /;/.test(text.slice(from, to));
  const before = all.filter((a) => a.kind === 'says' && a.at.end <= place.start && !broken(a.at.end, place.start));
  const last = before.findLast((a) => !(a.behind && a.subject.start > a.at.start)) ?? before.at(-1);
  if (last) return last;
  const after = all.find((a) => a.kind === 'says' && a.behind && Math.min(a.at.start, a.subject.start) >= place.end);
  if (after && !broken(place.end, after.at.start)) return after;
  const source = all.find(
    (a) =>
      a.kind === 'according' &&
      (place.end <= a.at.start || place.start >= a.subject.end) &&
      !broken(Math.min(place.end, a.at.end), Math.max(place.start, a.at.start)),
  );
  if (source) return source;
  return (
    all.find((a) => a.kind === 'headline' && a.at.end <= place.start && a.entity !== null && isPerson(a.entity)) ?? null
  );
}

const quotes = new WeakMap<Reading, Map<number, Span[]>>();

/** Is the place inside quotation marks that opened in its block? */
function isQuoted({ block, start }: Place, { reading, index }: Scene): boolean {
  const blocks = quotes.get(reading) ?? new Map<number, Span[]>();
  quotes.set(reading, blocks);
  const spans = blocks.get(block) ?? quotedSpans(index.text(block));
  blocks.set(block, spans);
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  return low < spans.length && spans[low]!.start < start;
}

/** Quotations of a block; one that is not closed goes on to its end. */
function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(/[“„«”»"]/gu)) {
    const closes = mark === '”' || mark === '»' || (mark === '"' && open >= 0);
    if (closes && open >= 0) spans.push({ start: open, end: index });
    open = closes ? -1 : index;
  }
  if (open >= 0) spans.push({ start: open, end: text.length });
  return spans;
}

function aroundQuote(block: number, at: number, scene: Scene): Found | null {
  const list = scene.index.sentences(block);
  for (let back = 1; back <= QUOTE_SENTENCES && at - back >= 0; back++) {
    const sentence = list[at - back]!;
    const attribution = attributionsOf(sentence, scene).findLast((a) => a.kind === 'says');
    if (attribution) return { attribution, sentence };
  }
  for (let ahead = 1; ahead <= QUOTE_SENTENCES && at + ahead < list.length; ahead++) {
    const sentence = list[at + ahead]!;
    const attribution = attributionsOf(sentence, scene).find((a) => a.kind === 'says');
    if (attribution) return attribution.behind ? { attribution, sentence } : null;
  }
  return null;
}

function speakerOf({ attribution, sentence }: Found, scene: Scene, block: number): Speaker | null {
  const named = attribution.pronoun
    ? personBefore(attribution, sentence, scene)
    : { ...attribution, block: sentence.block };
  if (!named) return null;
  const text = scene.index.text(named.block).slice(named.subject.start, named.subject.end);
  const speaker: Speaker = { start: named.subject.start, end: named.subject.end, entity: named.entity, text };
  if (named.block !== block) speaker.block = named.block;
  return speaker;
}

interface Named {
  subject: Span;
  entity: string | null;
  block: number;
}

/** Whom "he" or "she" means: the person of this sentence, else the last one who spoke, else the only one of the sentence before. */
function personBefore(attribution: Attribution, sentence: Sentence, scene: Scene): Named | null {
  const here = personsIn(sentence, scene).filter((m) => m.subject.end <= attribution.subject.start);
  if (here.length) return here[0]!;
  let block: number | null = sentence.block;
  let at = scene.index.sentences(block).indexOf(sentence) - 1;
  let left = PRONOUN_SENTENCES;
  for (let blocks = 0; block !== null && blocks <= PRONOUN_BLOCKS; blocks++) {
    const list: readonly Sentence[] = scene.index.sentences(block);
    for (; at >= 0 && left > 0; at--, left--) {
      const spoken = attributionsOf(list[at]!, scene).findLast(
        (a) => a.kind === 'says' && a.entity !== null && scene.isPerson(a.entity),
      );
      if (spoken) return { ...spoken, block };
      const persons = personsIn(list[at]!, scene);
      if (new Set(persons.map((p) => p.entity)).size === 1) return persons[0]!;
      if (persons.length) return null;
    }
    block = scene.index.blockBefore(block);
    at = block === null ? -1 : scene.index.sentences(block).length - 1;
  }
  return null;
}

const personsIn = (sentence: Sentence, { index, isPerson }: Scene): Named[] =>
  index
    .mentionsIn(sentence)
    .filter((m) => isPerson(m.entity))
    .map((m) => ({ subject: { start: m.start, end: m.end }, entity: m.entity, block: m.block }));
