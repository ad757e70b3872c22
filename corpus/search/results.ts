/** From hits to what is drawn: reads the rows of the few results that are shown, and puts them into words. */
import { searchWords } from '../../utils/language/search-words.ts';
import type {
  ClaimResult,
  NameResult,
  ReportResult,
  ResultGroup,
  SearchAnswer,
  SearchFilters,
  SearchResult,
} from '../../utils/search-results.ts';
import type { Words } from '../../utils/words/index.ts';
import { claimQuantity } from '../claim-quantity.ts';
import { displayQuantity } from '../display.ts';
import { documentInfo } from '../document-info.ts';
import { entityInfos } from '../entity-info.ts';
import { type Labels, makeLabels } from '../labels.ts';
import { passageLink } from '../passage-link.ts';
import type { Claim } from '../schema/document.ts';
import type { Entity } from '../schema/entity.ts';
import type { DocumentRow } from '../source.ts';
import { measureFinder } from './measure-finder.ts';
import { documentOf, type OpenIndex } from './open-index.ts';
import type { Rows } from './rows.ts';
import { type Hit, type HitGroup, type Limits, search } from './search.ts';

/** One edition that is searched. */
export interface Shelf {
  edition: string;
  index: OpenIndex;
  rows: Rows;
  /** The reader's own saved pages. */
  own?: boolean;
  /** Of the pack's words. */
  language?: string;
}

/** Answers a query from all shelves. Throws only where rows cannot be read. */
export async function answerQuery(
  shelves: readonly Shelf[],
  query: string,
  filters: SearchFilters,
  limits: Limits,
  words: Words,
): Promise<SearchAnswer> {
  const found = search(
    shelves.map((shelf) => shelf.index),
    query,
    filters,
    limits,
  );
  const { total, partial, matched, suggestions } = found;
  const drawn = new Map<Hit, SearchResult>();
  for (const [at, shelf] of shelves.entries()) {
    const hits = found.groups.flatMap((group) =>
      group.hits.filter((hit) => hit.index === at).map((hit) => ({ hit, kind: group.kind })),
    );
    if (hits.length > 0)
      for (const [hit, result] of await drawHits(shelf, hits, matched, words)) drawn.set(hit, result);
  }
  const groups = found.groups.map(
    ({ kind, count, hits }): ResultGroup => ({ kind, count, results: hits.flatMap((hit) => drawn.get(hit) ?? []) }),
  );
  return { query, total, groups, partial, matched, suggestions };
}

interface KindedHit {
  hit: Hit;
  kind: HitGroup['kind'];
}

async function drawHits(
  shelf: Shelf,
  hits: readonly KindedHit[],
  matched: ReadonlySet<string>,
  words: Words,
): Promise<Map<Hit, SearchResult>> {
  const { index, rows } = shelf;
  const idOf = ({ hit }: KindedHit) => index.ids[hit.entry] ?? '';
  const keyOf = (one: KindedHit) => [documentOf(index, one.hit.entry) ?? '', idOf(one)] as const;
  const claimHits = hits.filter(({ kind }) => kind === 'figure' || kind === 'stance');
  const nameHits = hits.filter(({ kind }) => kind === 'name');
  const [claims, documents, measures] = await Promise.all([
    rows.claims(claimHits.map(keyOf)),
    rows.documents([...new Set(hits.flatMap(({ hit }) => documentOf(index, hit.entry) ?? []))]),
    rows.measures(),
  ]);
  const entities = await entitiesFor(
    rows,
    claims.map(({ claim }) => claim),
    nameHits.map(idOf),
  );
  const labels = makeLabels(entities, measures, measureFinder(measures));
  const sources = new Map(documents.map((document) => [document.id, document]));
  const said = new Map(claims.map((row) => [`${row.document} ${row.claim.id}`, row.claim]));
  const names = await drawNames(shelf, nameHits.map(idOf), { entities, labels, matched });

  const results = new Map<Hit, SearchResult>();
  for (const one of hits) {
    const [document, id] = keyOf(one);
    const key = `${shelf.edition} ${one.kind} ${document} ${id}`;
    const source = sources.get(document);
    const claim = said.get(`${document} ${id}`);
    const result =
      one.kind === 'name'
        ? names.get(id)
        : one.kind === 'report'
          ? source &&
            ({ kind: 'report', document: documentInfo(source, shelf.language) } satisfies Omit<ReportResult, 'key'>)
          : source &&
            claim &&
            drawClaim(claim, source, {
              entities,
              labels,
              words,
              labelOf: measureFinder(measures),
              language: shelf.language,
            });
    if (result) results.set(one.hit, { ...result, key, ...(shelf.own && { own: true }) });
  }
  return results;
}

/** Entities that results name: themselves, their countries, scopes and the places of events. */
async function entitiesFor(
  rows: Rows,
  claims: readonly Claim[],
  names: readonly string[],
): Promise<Map<string, Entity>> {
  const values = claims.flatMap((claim) => (claim.kind === 'fact' ? claim.value.split(',') : []));
  const known = new Map<string, Entity>();
  let wanted = [...names, ...values, ...claims.flatMap((claim) => Object.values(claim.scope))];
  // Countries and places are named by the first ones.
  for (let round = 0; round < 2 && wanted.length > 0; round++) {
    const found = await rows.entities([...new Set(wanted)].filter((id) => !known.has(id)));
    for (const entity of found) known.set(entity.id, entity);
    wanted = found.flatMap((entity) => [...(entity.country ? [entity.country] : []), ...(entity.event?.places ?? [])]);
    wanted = wanted.filter((id) => !known.has(id));
  }
  return known;
}

interface ClaimWords {
  entities: ReadonlyMap<string, Entity>;
  labels: Labels;
  words: Words;
  labelOf: ReturnType<typeof measureFinder>;
  language?: string;
}

function drawClaim(claim: Claim, document: DocumentRow, context: ClaimWords): Omit<ClaimResult, 'key'> {
  const { entities, labels, words, labelOf, language } = context;
  const measure = labelOf(claim.measure)?.label ?? claim.measure;
  const { country, ...rest } = claim.scope;
  const shared = {
    surface: claim.surface,
    surfaceIsOurs: claim.surfaceIsOurs,
    saidBy: claim.saidBy,
    modality: claim.modality,
    outlet: document.outlet,
    date: document.date ?? claim.asOf,
    url: passageLink(document.url, claim.fragment),
    language,
    sourceLanguage: documentInfo(document, language).sourceLanguage,
  };
  if (claim.kind === 'stance')
    return {
      kind: 'stance',
      isNumber: false,
      label: entities.get(country ?? '')?.name ?? country ?? measure,
      display: labels.valueLabel(claim.measure, claim.value),
      detail: claim.detail ?? claim.wording,
      scope: labels.scopeLabel(rest, words),
      ...shared,
    };
  return {
    kind: 'figure',
    isNumber: claim.kind === 'figure',
    label: measure,
    display:
      claim.kind === 'figure'
        ? displayQuantity(claimQuantity(claim, readNothing), words)
        : labels.valueLabel(claim.measure, claim.value),
    detail: claim.wording,
    scope: labels.scopeLabel(claim.scope, words),
    ...shared,
  };
}

/** The short form needs the numbers of a claim, not what its words suggest. */
const readNothing = () => [];

interface NameContext {
  entities: Map<string, Entity>;
  labels: Labels;
  matched: ReadonlySet<string>;
}

/** Who they are today, where their country stands, and the spelling that was asked for. */
async function drawNames(
  { rows, language }: Shelf,
  ids: readonly string[],
  { entities, labels, matched }: NameContext,
): Promise<Map<string, Omit<NameResult, 'key'>>> {
  if (ids.length === 0) return new Map();
  const countries = new Set(
    ids.flatMap((id) => {
      const entity = entities.get(id);
      return entity?.kind === 'country' ? entity.id : (entity?.country ?? []);
    }),
  );
  const [counts, ...stances] = await Promise.all([
    rows.counts(ids),
    ...[...countries].map((country) => rows.stancesOf(country)),
  ]);
  const documents = new Map(stances.flat().map(({ document }) => [document.id, documentInfo(document, language)]));
  const infos = entityInfos(ids, {
    engine: { entities, valueLabel: labels.valueLabel },
    counts,
    stances: stances.flat(),
    pageDate: null,
    language,
  });
  return new Map(
    Object.values(infos).map((entity) => [
      entity.id,
      {
        kind: 'name' as const,
        entity,
        spelling: spellingFor(entities.get(entity.id), matched),
        documents: Object.fromEntries(
          entity.stances.flatMap(({ document }) => {
            const info = documents.get(document);
            return info ? [[document, info]] : [];
          }),
        ),
      },
    ]),
  );
}

/** The other spelling with most of the words that were met, where the name itself has fewer. */
function spellingFor(entity: Entity | undefined, matched: ReadonlySet<string>): string | undefined {
  if (!entity) return undefined;
  const met = (text: string) => searchWords(text).filter(({ word }) => matched.has(word)).length;
  let best: string | undefined;
  let most = met(entity.name);
  for (const { text } of entity.aliases) {
    const n = met(text);
    if (n > most) [best, most] = [text, n];
  }
  return best;
}
