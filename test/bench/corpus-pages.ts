/** Pages for a pack: so many of its names and figures in plain sentences, each page with others. */
import type { Claim, Document } from '../../corpus/schema/document.ts';
import type { Entity } from '../../corpus/schema/entity.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import type { PageText } from '../../utils/extension/protocol.ts';
import type { Block } from '../../utils/language/types.ts';
import { randomFrom } from './articles.ts';

export const NAMES_ON_PAGE = 30;
export const FIGURES_ON_PAGE = 20;
/** A page takes its figures from so many documents of about one time, as a report on one subject would. */
const DOCUMENTS_NEAR = 40;

const VERBS = ['left before noon', 'said little', 'came by train', 'asked for more time', 'had seen the draft'];

/** What somebody may type into the search: names, what is counted, and both with a slip of the finger. */
export function queriesOf(pack: Pack, count: number): string[] {
  const random = randomFrom(77);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const query = i % 2 === 0 ? pick(pack.entities).name : pick(pack.measures).label.toLowerCase();
    const slip = i % 5 === 4 ? Math.floor(query.length / 2) : -1;
    return slip < 0 ? query : query.slice(0, slip) + query.slice(slip + 1);
  });
}

/** Sets a claim's few words into a sentence that says of whom and of which meeting. */
function sentenceOf(claim: Claim, entities: ReadonlyMap<string, Entity>): string {
  const event = entities.get(claim.scope.event ?? '')?.event;
  const country = entities.get(claim.scope.country ?? '')?.name;
  const where = event ? `At the meeting of ${event.from} in ${event.places[0]}, ` : '';
  return `${where}${country ? `${country} said that ` : 'it was said that '}${claim.surface}.`;
}

/** The page, dated like its documents. Random, but the same for the same pack and seed. */
export function pageOf(pack: Pack, seed: number): PageText {
  const random = randomFrom(seed * 7_919 + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const from = Math.floor(random() * Math.max(1, pack.documents.length - DOCUMENTS_NEAR));
  const near = pack.documents.slice(from, from + DOCUMENTS_NEAR);
  const claims = near.flatMap((document: Document) => document.claims);
  const named = [...new Set(near.flatMap((document) => document.entities))].flatMap((id) => entities.get(id) ?? []);
  const anchor = pack.entities.find((entity) => entity.anchor);
  const paragraphs = [`${anchor?.name ?? pack.manifest.title} was in the news again.`];
  const names = new Set<string>();
  for (let tries = 0; names.size < NAMES_ON_PAGE && tries < 2_000; tries++) names.add(pick(named).name);
  paragraphs.push(...[...names].map((name) => `On that day ${name} ${pick(VERBS)}.`));
  const figures = claims.filter((claim) => claim.kind === 'figure');
  for (let i = 0; i < FIGURES_ON_PAGE; i++) paragraphs.push(sentenceOf(pick(figures), entities));
  const blocks = paragraphs.map((text, id): Block => ({ id, text, kind: 'paragraph', section: 0 }));
  const date = near[0]?.date ?? pack.manifest.newest;
  return {
    url: `https://example.org/${seed}`,
    dates: [{ source: 'meta', value: date }],
    language: 'en',
    title: '',
    blocks,
  };
}
