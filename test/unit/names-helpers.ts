/** Reads a text as a page of one paragraph a line, with the bundled pack's entities. */
import { readFileSync } from 'node:fs';
import { englishNames } from '../../utils/language/en/names.ts';
import { englishSentences } from '../../utils/language/en/sentences.ts';
import { makeGate, passesGate } from '../../utils/language/gate.ts';
import { buildLexicon, findMentions } from '../../utils/language/names.ts';
import type { EntityRule, TopicGroup } from '../../utils/language/pack-rules.ts';
import { splitSentences } from '../../utils/language/sentences.ts';
import { compileTopic, isOnTopic } from '../../utils/language/topic.ts';
import type { Block, Mention } from '../../utils/language/types.ts';

const PACK = new URL('../../corpus/packs/coalition-of-the-willing/', import.meta.url);

export const readPack = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, PACK), 'utf8')) as T;

export const entities: EntityRule[] = ['people', 'countries', 'organisations'].flatMap((file) =>
  readPack<EntityRule[]>(`entities/${file}.json`),
);
export const topicGroups = readPack<{ topic: TopicGroup[] }>('manifest.json').topic;
export const lexicon = buildLexicon(entities);
const topic = compileTopic(topicGroups, entities);
export const gate = makeGate(topicGroups, entities);

export const toBlocks = (text: string): Block[] =>
  text.split('\n').map((line, id) => ({ id, text: line, kind: 'paragraph', section: 0 }));

const COUNTRIES = new Set(entities.filter((entity) => entity.kind === 'country').map((entity) => entity.id));

export interface PageReading {
  blocks: Block[];
  mentions: Mention[];
  onTopic: boolean;
  gate: boolean;
  /** "surface=entity" of all but countries, joined by "; ". */
  names: string;
  /** The same of countries only. */
  countries: string;
}

const show = (mentions: Mention[]): string => mentions.map((m) => `${m.surface}=${m.entity}`).join('; ');

/** `date`: a day, or null for a page without one. */
export function readPage(text: string, date: string | null = '2025-09-05'): PageReading {
  const blocks = toBlocks(text);
  const sentences = blocks.flatMap((block) => splitSentences(block, englishSentences));
  const pageDate = date === null ? null : { from: date, to: date };
  const mentions = findMentions(blocks, lexicon, { pageDate, sentences, words: englishNames });
  return {
    blocks,
    mentions,
    onTopic: isOnTopic({ blocks, sentences, mentions }, topic),
    gate: passesGate(text, gate),
    names: show(mentions.filter((m) => !COUNTRIES.has(m.entity))),
    countries: show(mentions.filter((m) => COUNTRIES.has(m.entity))),
  };
}
