/**
 * May a page be about a pack's topic? A cheap test on the page itself, which most pages fail at once. Whether anything is marked is
 * decided later, with everything that is known of the page (topic.ts).
 */
import { fold } from './fold.ts';
import type { EntityRule, TopicGroup } from './pack-rules.ts';

/** One pack's topic for the gate: plain JSON. Phrases are folded, in lower case, with single spaces. */
interface GateTopic {
  /** Names of the entities that anchor the topic: one is enough. */
  anchors: string[];
  /** One phrase of each list of any group is enough. */
  groups: string[][][];
  /** A page without any of these cannot pass: looked for first. As written, in lower case. */
  hints: string[];
}

/** What the reader keeps in `storage.local`: the topics of all enabled packs. */
export interface GateData {
  topics: GateTopic[];
}

const INVISIBLE = /\u00AD|[\u200B-\u200D]|\u2060|\uFEFF/gu;

/** Words of a folded text in lower case, with single spaces between and around them. */
const plainWords = (folded: string): string => ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
const plainPhrase = (text: string): string => plainWords(fold(text).toLowerCase()).trim();

const longest = (words: readonly string[]): string => words.reduce((a, b) => (b.length > a.length ? b : a), '');

/** The words of a phrase as it is written, in lower case. */
const wordsOf = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Shorter words are too common to look for: "of", "force". */
const LEAST_HINT = 7;

/**
 * Few words of which every phrase holds one: first those that most phrases share ("coalition"), as what stands beside them
 * ("volunteers", "determined") is on many pages; of equals the longest.
 */
function coveringWords(phrases: readonly string[]): string[] {
  const chosen: string[] = [];
  let open = phrases.map((phrase) => {
    const words = wordsOf(phrase);
    const long = words.filter((word) => word.length >= LEAST_HINT);
    return new Set(long.length > 0 ? long : [longest(words)]);
  });
  while (open.length > 0) {
    const counts = new Map<string, number>();
    for (const words of open) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0] ?? [''];
    chosen.push(best);
    open = open.filter((words) => !words.has(best) && words.size > 0);
  }
  return chosen;
}

/** The gate of one pack, from its manifest's topic and its entities. */
export function makeGate(topic: readonly TopicGroup[], entities: readonly EntityRule[]): GateData {
  const names = entities
    .filter((entity) => entity.anchor)
    .flatMap((entity) => [{ text: entity.name }, ...entity.aliases])
    .filter((alias) => !('onlyWithName' in alias && alias.onlyWithName))
    .map((alias) => alias.text);
  const shortest = topic.map((group) => group.all.reduce((a, b) => (b.length < a.length ? b : a)));
  // As it is written, and as those write it who leave its accents out.
  const hints = [...new Set(coveringWords([...names, ...shortest.flat()]).flatMap((word) => [word, fold(word)]))];
  return {
    topics: [
      {
        anchors: [...new Set(names.map(plainPhrase))],
        groups: topic.map((group) => group.all.map((list) => [...new Set(list.map(plainPhrase))])),
        // A hint that begins with another says nothing more: "volunteers" beside "volunteer".
        hints: hints.filter((hint) => !hints.some((other) => other !== hint && hint.startsWith(other))),
      },
    ],
  };
}

/** The gate of several packs: a page that passes one of them passes. */
export const mergeGates = (gates: readonly GateData[]): GateData => ({ topics: gates.flatMap((gate) => gate.topics) });

/** What breaks words where lines may break. */
const BREAKS = '\u00AD\u200B';
const BROKEN = new RegExp(`[${BREAKS}]`);
const isBroken = (text: string): boolean => BROKEN.test(text);
const unbroken = (text: string): string => (isBroken(text) ? text.replace(INVISIBLE, '') : text);

/** `any`: one of the hints, or a sign that one may be broken; one look for both is as quick as one for the hints alone. */
interface Patterns {
  hint: RegExp;
  any: RegExp;
}

const patterns = new WeakMap<GateData, Patterns>();

/**
 * Any hint of any topic, in either case, its accents in one character or two: one pass of the browser's own engine. Where
 * every phrase has a word that begins with a hint, only beginnings of words are looked at, in half the time. What is no
 * plain letter or digit may end a word: that finds more than there is, never less.
 */
function patternsOf(gate: GateData): Patterns {
  let made = patterns.get(gate);
  if (!made) {
    const hints = new Set(gate.topics.flatMap(({ hints }) => hints).flatMap((hint) => [hint, hint.normalize('NFD')]));
    // Hints are letters and digits. Without any, nothing fits.
    const any = [...hints].join('|') || '(?!)';
    const hint = gate.topics.every(beginsWithHints) ? `(?:^|[^a-z0-9])(?:${any})` : any;
    made = { hint: new RegExp(hint, 'i'), any: new RegExp(`${hint}|[${BREAKS}]`, 'i') };
    patterns.set(gate, made);
  }
  return made;
}

/** Whether a text can only pass where one of its words begins with a hint. */
function beginsWithHints({ anchors, groups, hints }: GateTopic): boolean {
  const folded = hints.map(fold);
  const begins = (phrase: string): boolean =>
    phrase.split(' ').some((word) => folded.some((hint) => word.startsWith(hint)));
  return anchors.every(begins) && groups.every((group) => group.some((list) => list.every(begins)));
}

/** A first look at a text, however rough: one without any hint cannot pass, whatever is made of it. Little more than reading it. */
export function mayPass(text: string, gate: GateData): boolean {
  const { hint, any } = patternsOf(gate);
  return any.test(text) && (hint.test(text) || (isBroken(text) && hint.test(unbroken(text))));
}

/** Whether the page's text may be about one of the topics: it holds an anchor's name, or one phrase of each list of a group. */
export function passesGate(text: string, gate: GateData): boolean {
  if (!mayPass(text, gate)) return false;
  const page = { folded: fold(unbroken(text)).toLowerCase(), plain: null };
  return gate.topics.some((topic) => {
    const { anchors, groups } = keyed(topic);
    return holdsAny(page, anchors) || groups.some((group) => group.every((list) => holdsAny(page, list)));
  });
}

/** Phrases by the word that they are looked for by: a hint among theirs, else the longest. */
type Keyed = ReadonlyMap<string, readonly string[]>;

const compiled = new WeakMap<GateTopic, { anchors: Keyed; groups: Keyed[][] }>();

function keyed(topic: GateTopic): { anchors: Keyed; groups: Keyed[][] } {
  let lists = compiled.get(topic);
  if (!lists) {
    const byWord = (phrases: readonly string[]): Keyed => {
      const map = new Map<string, string[]>();
      for (const phrase of phrases) {
        const words = phrase.split(' ');
        const word = words.find((one) => topic.hints.includes(one)) ?? longest(words);
        map.set(word, [...(map.get(word) ?? []), phrase]);
      }
      // The word that most phrases share is likeliest to be there, and then no other is looked for.
      return new Map([...map].sort((a, b) => b[1].length - a[1].length));
    };
    lists = { anchors: byWord(topic.anchors), groups: topic.groups.map((group) => group.map(byWord)) };
    compiled.set(topic, lists);
  }
  return lists;
}

/** Places of one word that are looked at one by one; on a page with more the whole text is cut into words, once. */
const MOST_PLACES = 60;

/** Whether one of the phrases stands in the text, at word edges. Words are cut only around the places where one may be. */
function holdsAny(page: { folded: string; plain: string | null }, phrases: Keyed): boolean {
  const { folded } = page;
  for (const [word, list] of phrases) {
    const reach = 2 * list.reduce((most, phrase) => Math.max(most, phrase.length), 0) + 20;
    let at = folded.indexOf(word);
    for (let places = 0; at >= 0; at = folded.indexOf(word, at + word.length), places++) {
      if (places === MOST_PLACES) {
        page.plain ??= plainWords(folded);
        if (list.some((phrase) => page.plain?.includes(` ${phrase} `))) return true;
        break;
      }
      const around = plainWords(wholeWords(folded, at - reach, at + word.length + reach));
      if (list.some((phrase) => around.includes(` ${phrase} `))) return true;
    }
  }
  return false;
}

/** The stretch without what it cuts off of a word at either end. */
function wholeWords(text: string, from: number, to: number): string {
  let start = Math.max(0, from);
  let end = Math.min(text.length, to);
  if (start > 0) while (start < end && isOfWord(text[start]!)) start += 1;
  if (end < text.length) while (end > start && isOfWord(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

/** Half a character of two belongs to the other half, whatever that is. */
const OF_WORD = /[\p{L}\p{N}\uD800-\uDFFF]/u;
const isOfWord = (character: string): boolean =>
  character <= '\u007E'
    ? (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
    : OF_WORD.test(character);
