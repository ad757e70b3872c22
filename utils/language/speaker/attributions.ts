/** Where a sentence says who speaks: "Macron said", "said Macron", "according to the ministry", "Macron: …". */

import { type Token, tokenAt, tokenize } from '../tokens.ts';
import type { Mention, Sentence, Span } from '../types.ts';

/** What a language must tell about saying. All words folded, in lower case. */
export interface AttributionWords {
  /** Finite verbs of saying; global. */
  verbs: RegExp;
  /** Verbs that are nouns as often ("reports", "claims"): only after a name. */
  nounLike: ReadonlySet<string>;
  /** Between subject and verb: "has", "also", "later". */
  between: ReadonlySet<string>;
  /** Directly after such a word these make it a noun: "reports of". */
  afterNoun: ReadonlySet<string>;
  /** Directly before a verb form these make it no statement: "to", "be", "not". */
  unsaid: ReadonlySet<string>;
  /** Before the source: "according to"; global, and its match ends where the source begins. */
  according: RegExp;
  pronouns: ReadonlySet<string>;
  /** Words at which the name of a speaker ends, going back from the verb. */
  boundary: ReadonlySet<string>;
  /** Joins two halves of one name: "spokesman for the ministry". */
  joiners: ReadonlySet<string>;
  /** Last words of speakers without a name: "official", "spokesperson". */
  speakers: ReadonlySet<string>;
  articles: ReadonlySet<string>;
}

export interface Attribution {
  kind: 'says' | 'according' | 'headline';
  /** The verb, or the words that name the source. */
  at: Span;
  subject: Span;
  entity: string | null;
  pronoun: boolean;
  /** Stands behind what was said: "26 countries, Macron said". */
  behind: boolean;
}

/** No sentence of a report has more; bounds the work on odd texts. */
const MOST_ATTRIBUTIONS = 30;
/** How far the name goes from the verb, in words. */
const NAME_WORDS = 8;
/** "Martin, the head of the Irish government, said": what stands between the commas. */
const APPOSITION = 80;
/** After "said": a title and a name. */
const AFTER_VERB = 60;
/** A headline's speaker comes first and is short. */
const HEADLINE = 50;

export function findAttributions(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  words: AttributionWords,
): Attribution[] {
  const body = text.slice(sentence.start, sentence.end);
  const tokens = tokenize(body).map((t) => ({ ...t, start: t.start + sentence.start, end: t.end + sentence.start }));
  const scene: Scene = { text, sentence, mentions, tokens, words };
  const found: Attribution[] = [];
  for (const match of body.matchAll(words.verbs)) {
    if (found.length >= MOST_ATTRIBUTIONS) break;
    const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const attribution = fromVerb(at, scene);
    if (attribution) found.push(attribution);
  }
  for (const match of body.matchAll(words.according)) {
    const end = sentence.start + match.index + match[0].length;
    const subject = nameAfter(end, scene);
    if (subject)
      found.push({
        kind: 'according',
        at: { start: sentence.start + match.index, end },
        pronoun: false,
        behind: false,
        ...subject,
      });
  }
  const headline = fromHeadline(scene);
  if (headline) found.push(headline);
  return found.sort((a, b) => a.at.start - b.at.start);
}

interface Scene {
  text: string;
  sentence: Sentence;
  mentions: readonly Mention[];
  tokens: readonly Token[];
  words: AttributionWords;
}

type Subject = Pick<Attribution, 'subject' | 'entity'>;

function fromVerb(at: Span, scene: Scene): Attribution | null {
  const { text, sentence, tokens, words } = scene;
  const verb = tokenAt(tokens, at.start);
  let i = verb - 1;
  while (i >= 0 && words.between.has(tokens[i]!.word) && onlySpaces(text, tokens[i]!.end, tokens[i + 1]!.start)) i--;
  const next = tokens[i + 1] ?? tokens[verb]!;
  const last = tokens[i];
  const nounLike = words.nounLike.has(tokens[verb]?.word ?? '');
  if (nounLike && words.afterNoun.has(tokens[verb + 1]?.word ?? '')) return null;
  const gap = text.slice(last?.end ?? sentence.start, next.start);
  if (last && /^\s+$/.test(gap)) {
    if (words.unsaid.has(last.word)) return null;
    if (words.pronouns.has(last.word))
      return says(at, { subject: last, entity: null }, true, isBehind(text, last.start, sentence));
    const subject = nameBefore(i, scene);
    // "So reports the paper": turned round at the start of the sentence
    if (!subject && i === 0) return turnedRound(at, scene);
    if (
      !subject ||
      (nounLike && subject.entity === null && !/\p{Lu}/u.test(text.slice(subject.subject.start, subject.subject.end)))
    )
      return null;
    return says(at, subject, false, isBehind(text, subject.start, sentence));
  }
  if (nounLike) return null;
  // `"…," said Macron`, `So says Le Monde`
  const turned = !last || /[,"”’»—–]\s*$/u.test(gap) ? turnedRound(at, scene) : null;
  if (turned) return turned;
  // "Martin, who leads the government, said"
  if (last && /^\s*,\s*$/.test(gap)) {
    const comma = text.lastIndexOf(',', last.start);
    if (comma > sentence.start && last.end - comma < APPOSITION) {
      const end = tokenAt(tokens, comma - 1);
      const subject = tokens[end] && tokens[end]!.end === comma ? nameBefore(end, scene) : null;
      if (subject?.entity) return says(at, subject, false, isBehind(text, subject.start, sentence));
    }
  }
  return null;
}

function turnedRound(at: Span, scene: Scene): Attribution | null {
  const turned = nameAfter(at.end, scene);
  return turned && { kind: 'says', at, pronoun: false, behind: true, ...turned };
}

function says(at: Span, { subject, entity }: Subject, pronoun: boolean, behind: boolean): Attribution {
  return { kind: 'says', at, subject: { start: subject.start, end: subject.end }, entity, pronoun, behind };
}

const onlySpaces = (text: string, from: number, to: number): boolean => /^\s*$/.test(text.slice(from, to));

/** Does the speaker come after a comma or a closing quotation mark, that is, after what was said? */
const isBehind = (text: string, start: number, sentence: Sentence): boolean =>
  start > sentence.start && /[,"”’»—–-]\s*$/u.test(text.slice(Math.max(sentence.start, start - 3), start));

/** The name that ends with token `i`: a mention, a capitalised name, or a nameless speaker ("a White House official"). */
function nameBefore(i: number, scene: Scene): (Subject & { start: number }) | null {
  const { text, mentions, tokens, words } = scene;
  const head = tokens[i]!;
  if (words.boundary.has(head.word)) return null;
  let first = i;
  for (let k = i - 1, taken = 1; k >= 0 && taken < NAME_WORDS; k--, taken++) {
    const token = tokens[k]!;
    const inMention = mentions.some((m) => token.start >= m.start && tokens[k + 1]!.start < m.end);
    if (!inMention) {
      if (!/^[\s.'’-]*$/u.test(text.slice(token.end, tokens[k + 1]!.start))) break;
      const joins = words.joiners.has(token.word) && k > 0 && words.speakers.has(tokens[k - 1]!.word);
      if (words.boundary.has(token.word) && !joins && !words.articles.has(token.word)) break;
    }
    first = k;
    if (words.articles.has(token.word) && !(k > 0 && words.joiners.has(tokens[k - 1]!.word))) break;
  }
  const start = tokens[first]!.start;
  const mention = mentions.find((m) => m.end === head.end || (m.start <= head.start && m.end > head.start));
  if (mention && mention.end <= head.end + 2)
    return { subject: { start: mention.start, end: mention.end }, entity: mention.entity, start };
  const whole = text.slice(start, head.end);
  const named =
    /\p{Lu}/u.test(text.slice(tokens[Math.min(i, first + (first === 0 ? 1 : 0))]!.start, head.end)) &&
    /^\p{Lu}/u.test(text.slice(head.start));
  const nameless = words.speakers.has(head.word);
  return named || nameless ? { subject: { start, end: start + whole.length }, entity: null, start } : null;
}

/** The name that begins at `from`, after an article and a title. */
function nameAfter(from: number, scene: Scene): Subject | null {
  const { text, sentence, mentions, tokens, words } = scene;
  const rest = text.slice(from, Math.min(sentence.end, from + AFTER_VERB));
  const limit = from + Math.max(0, cut(rest));
  let k = tokenAt(tokens, from);
  if (!tokens[k] || tokens[k]!.start >= limit) return null;
  const first = tokens[k]!;
  if (!onlySpaces(text, from, first.start)) return null;
  let last = -1;
  for (let taken = 0; k < tokens.length && taken < NAME_WORDS; k++, taken++) {
    const token = tokens[k]!;
    if (token.start >= limit) break;
    const mention = mentions.find((m) => m.start === token.start);
    // "President Emmanuel Macron": the name; "Macron's office": not the name
    if (
      mention &&
      !/^['’]s?\s/u.test(text.slice(mention.end, mention.end + 3)) &&
      !words.speakers.has(nextWord(tokens, mention.end))
    )
      return { subject: { start: mention.start, end: mention.end }, entity: mention.entity };
    const joins = words.joiners.has(token.word) && words.speakers.has(tokens[k - 1]?.word ?? '');
    if (taken > 0 && words.boundary.has(token.word) && !joins && !words.articles.has(token.word)) break;
    if (words.speakers.has(token.word) || /^\p{Lu}/u.test(text.slice(token.start))) last = k;
  }
  return last < 0 ? null : { subject: { start: first.start, end: tokens[last]!.end }, entity: null };
}

const nextWord = (tokens: readonly Token[], offset: number): string => tokens[tokenAt(tokens, offset)]?.word ?? '';

function cut(rest: string): number {
  const end = rest.search(/[,;:!?"“”]|\.\s|\.$/u);
  return end < 0 ? rest.length : end;
}

/** "Macron: 26 countries ready" — a name, a colon, and what was said. */
function fromHeadline({ text, sentence, mentions }: Scene): Attribution | null {
  const head = text.slice(sentence.start, Math.min(sentence.end, sentence.start + HEADLINE));
  const colon = head.indexOf(': ');
  const mention = mentions.find((m) => m.end === sentence.start + colon);
  if (colon < 0 || !mention || /[,.;"“”]/u.test(head.slice(0, colon))) return null;
  return {
    kind: 'headline',
    at: { start: sentence.start + colon, end: sentence.start + colon + 1 },
    subject: { start: mention.start, end: mention.end },
    entity: mention.entity,
    pronoun: false,
    behind: false,
  };
}
