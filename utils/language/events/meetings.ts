/** The words of a text that speak of a meeting, with what they tell of it: place, day, whose, with whom. */
import { foldKey } from '../fold.ts';
import type { DateMention, Mention, Place, Sentence, Span } from '../types.ts';
import type { EventWords } from './words.ts';

export interface Meeting extends Span {
  /** The clause that holds it. */
  clause: Span;
  /** Folded capitalised words and cue words before the noun: "elysee", "nato". Names of persons and of the topic are left out. */
  modifiers: string[];
  /** Folded places after it, or at the start of its clause. */
  places: string[];
  /** Kinds of people that meet, folded: "defence ministers". */
  kinds: string[];
  /** "earlier", "another": not the meeting at hand. */
  elsewhen: boolean;
  /** With a named person or state: a meeting of two. */
  bilateral: boolean;
  /** Its day, where the text gives one; `near`: directly beside it. */
  date: { mention: DateMention; near: boolean } | null;
  /** A verb ("gathered"): its noun may stand elsewhere. */
  verb: boolean;
}

export interface MeetingContext {
  text: string;
  sentence: Sentence;
  /** Of this sentence. */
  mentions: readonly Mention[];
  dates: readonly DateMention[];
  /** Kind of an entity, or null where it is not known. */
  kindOf(entity: string): string | null;
  words: EventWords;
}

/** How far words before and after the noun belong to it, in characters: about ten words. */
const BEFORE = 70;
const AFTER = 90;
const WORDS_BEFORE = 6;
/** No sentence of a report speaks of more meetings; bounds the work on odd texts. */
const MOST_MEETINGS = 30;
/** "Thursday's summit", "the summit on Thursday": so near that the day is the meeting's own. */
const DATE_BESIDE = 14;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;

/** All meetings that a sentence speaks of, in order. */
export function findMeetings(context: MeetingContext): Meeting[] {
  const { text, sentence, words } = context;
  const body = text.slice(sentence.start, sentence.end);
  const found: Meeting[] = [];
  for (const [pattern, verb] of [
    [words.noun, false],
    [words.verb, true],
  ] as const)
    for (const match of body.matchAll(pattern)) {
      if (found.length >= MOST_MEETINGS) break;
      const start = sentence.start + match.index;
      found.push(describe({ start, end: start + match[0].length }, verb, context));
    }
  return found.sort((a, b) => a.start - b.start);
}

function describe(at: Span, verb: boolean, context: MeetingContext): Meeting {
  const { text, sentence, words } = context;
  const clause = sentence.clauses.find((c) => at.start >= c.start && at.start < c.end) ?? sentence;
  const before = wordsBefore(at, verb, context);
  const rest = text.slice(at.end, Math.min(sentence.end, at.end + AFTER));
  const stop = rest.search(words.stop);
  const after = stop < 0 ? rest : rest.slice(0, stop);
  const places = [...after.matchAll(words.placeAfter)]
    .filter((match) => !dateAt(context.dates, at.end + match.index + match[0].length - 1))
    .map((match) => foldKey(match.groups?.place ?? ''));
  const opening = words.placeFirst.exec(text.slice(clause.start, Math.min(clause.end, clause.start + BEFORE)));
  // "At the NATO summit": a word of the noun's own, not a place
  const ownWord = opening !== null && clause.start + opening[0].length >= at.start;
  if (!places.length && opening && !ownWord && !dateAt(context.dates, clause.start + opening[0].trimEnd().length - 2))
    places.push(foldKey(opening.groups?.place ?? ''));
  const partner = words.partner.exec(after);
  const owner = words.body.exec(after);
  // "Macron meets Zelensky"; in capitals "THE COALITION MEETS IN PARIS".
  const next = /^ (\p{Lu}[\p{L}’'-]*)/u.exec(after)?.[1]?.toLowerCase();
  const direct = verb && next !== undefined && !words.boundary.has(next) && !dateAt(context.dates, at.end + 1);
  const modifiers = [...before.modifiers];
  if (
    owner?.groups?.body &&
    !dateAt(context.dates, at.end + owner[0].length - 1) &&
    !isTopic(at.end + owner[0].length - 1, context)
  )
    modifiers.push(foldKey(owner.groups.body));
  const around = text.slice(Math.max(clause.start, at.start - BEFORE), at.end) + after;
  return {
    ...at,
    clause,
    modifiers,
    places,
    kinds: [...around.matchAll(words.kinds)].map((match) => foldKey(match[0].trim())),
    elsewhen: before.elsewhen,
    bilateral: direct || (partner !== null && !isTopic(at.end + partner[0].length - 1, context)),
    date: dateOf(at, clause, context),
    verb,
  };
}

/** The words that stand before the noun as its own, or before the verb as those who meet: capitalised ones that are neither persons, nor the topic, nor neutral. */
function wordsBefore(at: Span, verb: boolean, context: MeetingContext): { modifiers: string[]; elsewhen: boolean } {
  const { text, sentence, words, mentions } = context;
  const from = Math.max(sentence.start, at.start - BEFORE);
  const tokens = [...text.slice(from, at.start).matchAll(WORD)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    word: match[0],
  }));
  const modifiers: string[] = [];
  let elsewhen = false;
  let ofPerson = false;
  let edge = at.start;
  for (let i = tokens.length - 1, taken = 0; i >= 0 && taken < WORDS_BEFORE; i--, taken++) {
    const token = tokens[i]!;
    if (!/^[\s"“”‘’'()-]*$/u.test(text.slice(token.end, edge))) break;
    edge = token.start;
    const key = foldKey(token.word);
    const mention = mentions.find((m) => token.start >= m.start && token.start < m.end);
    const kind = mention ? context.kindOf(mention.entity) : null;
    // Countries meet; a word at the start of the sentence has a capital in any case.
    if (verb && (kind === 'country' || (!mention && token.start === sentence.start))) break;
    // "President Donald Trump addressed leaders meeting in Paris": the title is his.
    if (ofPerson && !mention && /^\p{Lu}/u.test(token.word)) continue;
    ofPerson = kind === 'person';
    if (mention && isNeutralKind(kind)) {
      while (i > 0 && tokens[i - 1]!.start >= mention.start) i--;
      edge = tokens[i]!.start;
      continue;
    }
    if (words.boundary.has(key)) break;
    // "Thirty leaders attended Thursday's summit": the day stands for the article, with which the noun's own words begin.
    if (POSSESSIVE.test(token.word) && dateAt(context.dates, token.start)) break;
    if (words.elsewhen.has(key)) elsewhen = true;
    else if (
      /^\p{Lu}/u.test(token.word) &&
      !words.neutral.has(key) &&
      !words.neutralCompound.test(key) &&
      !POSSESSIVE.test(token.word) &&
      !dateAt(context.dates, token.start)
    )
      modifiers.unshift(key);
  }
  return { modifiers: modifiers.length > 1 ? [modifiers.join(' '), ...modifiers] : modifiers, elsewhen };
}

const POSSESSIVE = /['’]s$/u;

/** Persons call meetings and topics name them: neither tells one meeting from another. */
const isNeutralKind = (kind: string | null): boolean =>
  kind === 'person' || kind === 'coalition' || kind === 'force' || kind === 'agreement' || kind === 'event';

/** Is the word that ends at `offset` part of the topic's own name? */
function isTopic(offset: number, { mentions, kindOf }: MeetingContext): boolean {
  const mention = mentions.find((m) => offset >= m.start && offset < m.end + 1);
  const kind = mention ? kindOf(mention.entity) : null;
  return kind === 'coalition' || kind === 'force' || kind === 'event';
}

const dateAt = (dates: readonly DateMention[], offset: number): DateMention | undefined =>
  dates.find((date) => offset >= date.start && offset < date.end);

/** The date that belongs to the meeting: the nearest one in its clause on which nobody merely spoke. */
function dateOf(at: Span, clause: Span, { text, dates, words }: MeetingContext): Meeting['date'] {
  let best: { mention: DateMention; gap: number } | null = null;
  for (const mention of dates) {
    if (mention.start < clause.start || mention.start >= clause.end || mention.open) continue;
    if (isSpeechDate(text, mention, words)) continue;
    const gap = mention.start >= at.end ? mention.start - at.end : at.start - mention.end;
    if (gap >= -DATE_BESIDE && (!best || gap < best.gap)) best = { mention, gap: Math.max(0, gap) };
  }
  return best && { mention: best.mention, near: best.gap <= DATE_BESIDE };
}

/** "said on Friday": the day of the words, not of the meeting. */
export const isSpeechDate = (text: string, date: Place, words: EventWords): boolean =>
  words.speech.test(text.slice(Math.max(0, date.start - BEFORE), date.start));
