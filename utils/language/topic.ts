/** Is a page about a pack's topic? The decision with everything that is known of it, for pages that passed the gate (gate.ts). */
import { readTokens } from './names/page.ts';
import { eachPhrase, type PhraseMap, phraseMap } from './names/phrases.ts';
import type { EntityRule, TopicGroup } from './pack-rules.ts';
import type { Block, Mention, Sentence } from './types.ts';

/** A pack's topic made ready for `isOnTopic`. */
export interface Topic {
  anchors: ReadonlySet<string>;
  /** Phrase → which list of which group it stands in; list -1 is the group's rivals. */
  phrases: PhraseMap<{ group: number; list: number }>;
  /** How many lists each group has. */
  sizes: number[];
  /** For each group: people of so many countries on the page let its phrases stand anywhere on it. */
  people: (number | null)[];
  /** Person → the country that they act for. */
  countryOf: ReadonlyMap<string, string>;
}

/** Makes a pack's topic ready. */
export function compileTopic(topic: readonly TopicGroup[], entities: readonly EntityRule[]): Topic {
  const phrases: [string, { group: number; list: number }][] = [];
  topic.forEach((rule, group) => {
    rule.all.forEach((list, i) => {
      for (const text of list) phrases.push([text, { group, list: i }]);
    });
    for (const text of rule.rivals ?? []) phrases.push([text, { group, list: -1 }]);
  });
  return {
    anchors: new Set(entities.filter((entity) => entity.anchor).map((entity) => entity.id)),
    phrases: phraseMap(phrases),
    sizes: topic.map((rule) => rule.all.length),
    people: topic.map((rule) => rule.people ?? null),
    countryOf: new Map(
      entities.flatMap(({ id, kind, country }) => (kind === 'person' && country ? [[id, country] as const] : [])),
    ),
  };
}

/** What `isOnTopic` looks at. */
export interface TopicReading {
  blocks: readonly Block[];
  sentences: readonly Sentence[];
  /** From `findMentions`: other bearers of the anchors' names are already out. */
  mentions: readonly Mention[];
}

/** The words of a group stand together where they stand in one sentence or in two neighbours of a paragraph. */
const NEIGHBOURS = 1;

/** A rival named in passing ("700 of them serve in Lebanon") leaves a page its topic where the topic's own words are so many times as frequent. */
const FAR_MORE = 3;

/** What one sentence holds of one group: a bit for each list, and whether a rival. */
interface SentenceHits {
  lists: number;
  rival: boolean;
}

/**
 * Whether the page is to be marked: it names an anchor of the topic, or says one phrase of each list of a group within two
 * sentences, without a rival there and with fewer rivals on the page than phrases of the group's first list. Groups that ask
 * for people take their phrases from anywhere on the page.
 */
export function isOnTopic(reading: TopicReading, topic: Topic): boolean {
  if (reading.mentions.some((mention) => topic.anchors.has(mention.entity))) return true;
  if (topic.sizes.length === 0) return false;
  const company = new Set(reading.mentions.flatMap(({ entity }) => topic.countryOf.get(entity) ?? [])).size;
  const pages = readTokens(reading.blocks, reading.sentences);
  const count = pages.blockOf.length;
  const hits = topic.sizes.map(() => Array.from({ length: count }, (): SentenceHits => ({ lists: 0, rival: false })));
  const own = topic.sizes.map(() => 0);
  const rivals = topic.sizes.map(() => 0);
  for (const page of pages.blocks) {
    eachPhrase(page.text, page.tokens, topic.phrases, (at, { group, list }) => {
      const here = hits[group]![page.sentence[at]!]!;
      if (list < 0) {
        here.rival = true;
        rivals[group]!++;
      } else {
        here.lists |= 1 << list;
        if (list === 0) own[group]!++;
      }
    });
  }
  return topic.sizes.some((size, group) => {
    if (own[group]! <= rivals[group]!) return false;
    const whole = (1 << size) - 1;
    const sentences = hits[group]!;
    const people = topic.people[group];
    if (people != null)
      return (
        rivals[group]! * FAR_MORE <= own[group]! &&
        company >= people &&
        sentences.reduce((all, s) => all | s.lists, 0) === whole
      );
    for (let s = 0; s < count; s++) {
      let { lists, rival } = sentences[s]!;
      if (s + NEIGHBOURS < count && pages.blockOf[s] === pages.blockOf[s + NEIGHBOURS]) {
        // Alone first: a rival next door does not undo a sentence that says it all.
        if (lists === whole && !rival) return true;
        lists |= sentences[s + NEIGHBOURS]!.lists;
        rival ||= sentences[s + NEIGHBOURS]!.rival;
      }
      if (lists === whole && !rival) return true;
    }
    return false;
  });
}
