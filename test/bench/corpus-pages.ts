/** Pages for a pack: so many of its names and figures in plain sentences, each page with others. */
import { engineFor } from '../../corpus/engine.ts';
import { readPage } from '../../corpus/read-page.ts';
import type { Claim, Document } from '../../corpus/schema/document.ts';
import type { Entity } from '../../corpus/schema/entity.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import type { Rules } from '../../corpus/source.ts';
import { measuresWithVocabulary } from '../../corpus/vocabulary.ts';
import type { PageText } from '../../utils/extension/protocol.ts';
import type { Block } from '../../utils/language/types.ts';
import { randomFrom } from './articles.ts';

export const NAMES_ON_PAGE = 30;
export const FIGURES_ON_PAGE = 20;
/** A page takes its figures from so many documents of about one time, as a report on one subject would. */
const DOCUMENTS_NEAR = 40;
/** So many of their claims are tried: a third of the sentences is recognised, at least. */
const CLAIMS_TRIED = 80;

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

/** The page of a number, dated like its documents. Random, but the same for the same pack and number. */
export type PageMaker = (seed: number) => PageText;

/**
 * Every page has as many figures that the pack's rules recognise in their sentences: a claim whose few words do not say out of
 * their report what they count makes no figure. So pages of two packs ask for equally much.
 */
export function pageMaker(pack: Pack): PageMaker {
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const anchor = pack.entities.find((entity) => entity.anchor);
  const engine = engineFor(rulesOf(pack));
  const opening = `${anchor?.name ?? pack.manifest.title} was in the news again.`;
  const page = (seed: number, paragraphs: readonly string[], date: string): PageText => ({
    url: `https://example.org/${seed}`,
    dates: [{ source: 'meta', value: date }],
    language: 'en',
    title: '',
    blocks: paragraphs.map((text, id): Block => ({ id, text, kind: 'paragraph', section: 0 })),
  });

  /** Those of the sentences whose number is read as what its claim counts. */
  function recognised(claims: readonly Claim[], date: string): string[] {
    const sentences = claims.map((claim) => sentenceOf(claim, entities));
    const { figures } = readPage(page(0, [opening, ...sentences], date), engine);
    return sentences.filter((_, i) =>
      figures.some(
        ({ quantity, classified }) => quantity.block === i + 1 && classified?.measure === claims[i]!.measure,
      ),
    );
  }

  return (seed) => {
    const random = randomFrom(seed * 7_919 + 1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const from = Math.floor(random() * Math.max(1, pack.documents.length - DOCUMENTS_NEAR));
    const date = pack.documents[from]?.date ?? pack.manifest.newest;
    let said: string[] = [];
    let near: Document[] = [];
    // In a small pack the reports of a few weeks may not say enough numbers.
    for (let wide = DOCUMENTS_NEAR; said.length < FIGURES_ON_PAGE; wide *= 2) {
      near = pack.documents.slice(Math.max(0, from - wide + DOCUMENTS_NEAR), from + wide);
      const figures = near.flatMap((document) => document.claims.filter((claim) => claim.kind === 'figure'));
      const drawn = new Set<Claim>();
      for (let tries = 0; tries < figures.length && drawn.size < CLAIMS_TRIED; tries++) drawn.add(pick(figures));
      said = [...new Set(recognised([...drawn], date))];
      if (near.length === pack.documents.length) break;
    }
    const named = [...new Set(near.flatMap((document) => document.entities))].flatMap((id) => entities.get(id) ?? []);
    const names = new Set<string>();
    for (let tries = 0; names.size < NAMES_ON_PAGE && tries < 2_000; tries++) names.add(pick(named).name);
    const paragraphs = [
      opening,
      ...[...names].map((name) => `On that day ${name} ${pick(VERBS)}.`),
      ...said.slice(0, FIGURES_ON_PAGE),
    ];
    return page(seed, paragraphs, date);
  };
}

const rulesOf = ({ manifest, entities, measures, vocabulary }: Pack): Rules => ({
  manifests: [manifest],
  entities,
  measures: measuresWithVocabulary({ measures, vocabulary }),
});
