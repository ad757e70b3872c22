import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CorpusDatabase, openDatabase } from '../../corpus/database.ts';
import { installBundled } from '../../corpus/install.ts';
import { databaseCorpus } from '../../corpus/lookup.ts';
import { memoryCorpus } from '../../corpus/memory.ts';
import { NEAREST_MOST, STANCES_MOST } from '../../corpus/near.ts';
import { canonicalUrl } from '../../corpus/own-article.ts';
import type { Claim } from '../../corpus/schema/document.ts';
import { type ClaimRow, type Corpus, MENTIONING_MOST } from '../../corpus/source.ts';
import { syntheticPack } from '../tools/synthetic-pack.ts';

const pack = syntheticPack({ documents: 600, claims: 6_000, names: 200 });
const claims = pack.documents.flatMap((document) => document.claims.map((claim) => ({ document, claim })));
const commonest = (of: (one: (typeof claims)[number]) => string | undefined, most = Infinity): string => {
  const counts = new Map<string, number>();
  for (const one of claims) {
    const key = of(one);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count <= most).sort((a, b) => b[1] - a[1])[0]![0];
};
const requiring = (key: 'country' | 'event' | null) =>
  commonest(({ claim }) => {
    const measure = pack.measures.find(({ id }) => id === claim.measure);
    return measure?.kind === 'figure' && (measure.requires[0] ?? null) === key ? claim.measure : undefined;
  });
const FREE = requiring(null);
const OF_COUNTRY = requiring('country');
const OF_EVENT = requiring('event');
/** So few that none is left out. */
const country = commonest(
  ({ claim }) => (claim.measure === OF_COUNTRY ? claim.scope.country : undefined),
  NEAREST_MOST / 2,
);
const event = commonest(({ claim }) => (claim.measure === OF_EVENT ? claim.scope.event : undefined), NEAREST_MOST / 2);
/** The number that most claims say, of those that countries tell apart. */
const mostSaid = (of: (claim: Claim) => number | undefined): [number] => {
  const counts = new Map<number, Set<string>>();
  for (const { claim } of claims) {
    const value = of(claim);
    if (value === undefined) continue;
    counts.set(value, (counts.get(value) ?? new Set()).add(claim.scope.country ?? ''));
  }
  return [[...counts].sort((a, b) => b[1].size - a[1].size)[0]![0]];
};
const MIDDLE = '2023-10-01';

let database: CorpusDatabase;
const corpora: Record<string, Corpus> = { memory: memoryCorpus([pack]) };
beforeAll(async () => {
  database = openDatabase(`near-${Math.random()}`);
  const line = { id: pack.manifest.id, version: '1.0.0', file: '', hash: 'aaaa', documents: 600, claims: 6_000 };
  const withLock = <T>(work: () => Promise<T>): Promise<T> => work();
  await installBundled(database, { bundled: [line], load: async () => pack, withLock });
  corpora.database = databaseCorpus(database, () => ({ state: 'ready' }));
});
afterAll(() => database.delete());

const names = (rows: readonly ClaimRow[]) => rows.map(({ claim, document }) => `${document.id} ${claim.id}`);
const days = (rows: readonly ClaimRow[]) => rows.map(({ claim }) => claim.asOf!).sort();

describe.each(['memory', 'database'])('what a page is compared with, from a large pack in the %s', (kind) => {
  const corpus = () => corpora[kind] as Corpus;

  it.each(['2023-10-01', '2021-01-01', '2030-01-01'])('is the claims nearest in time to %s', async (day) => {
    const rows = await corpus().claimsNear([{ measures: [FREE], scope: {}, day }], []);
    expect(rows).toHaveLength(NEAREST_MOST);
    const away = (date: string) => Math.abs(Date.parse(date) - Date.parse(day));
    const all = claims.filter(({ claim }) => claim.measure === FREE).map(({ claim }) => claim.asOf!);
    const expected = all.map(away).sort((a, b) => a - b);
    expect(
      days(rows)
        .map(away)
        .sort((a, b) => a - b),
    ).toEqual(expected.slice(0, NEAREST_MOST));
  });

  it('is the newest claims where nobody knows the day', async () => {
    const rows = await corpus().claimsNear([{ measures: [FREE], scope: {}, day: null }], []);
    const all = claims.filter(({ claim }) => claim.measure === FREE).map(({ claim }) => claim.asOf!);
    expect(days(rows)).toEqual(all.sort().slice(-NEAREST_MOST));
  });

  it.each([
    ['a country', OF_COUNTRY, { country }],
    ['an event', OF_EVENT, { event }],
  ])('is only claims of %s where the measure asks for one', async (_, measure, scope) => {
    const rows = await corpus().claimsNear([{ measures: [measure], scope, day: MIDDLE }], []);
    const [[key, value]] = Object.entries(scope) as [[string, string]];
    const expected = claims.filter(({ claim }) => claim.measure === measure && claim.scope[key] === value);
    expect(rows.length).toBe(expected.length);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every(({ claim }) => claim.measure === measure && claim.scope[key] === value)).toBe(true);
    expect(await corpus().claimsNear([{ measures: [measure], scope: {}, day: MIDDLE }], [])).toEqual([]);
  });

  it('is each claim once, in the order of documents, whichever question found it', async () => {
    const near = { measures: [FREE], scope: {}, day: MIDDLE };
    const once = await corpus().claimsNear([near], []);
    const exact = once[0]!.claim;
    const value = exact.kind === 'figure' ? exact.quantity.value! : 0;
    const rows = await corpus().claimsNear(
      [near, { ...near }],
      [{ measure: FREE, value, country: undefined, day: MIDDLE }],
    );
    expect(new Set(names(rows)).size).toBe(rows.length);
    const places = rows.map(({ document }) => Number(document.id.split('-')[1]));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('are claims that say the number, of a measure that a figure may be mixed up with', async () => {
    const value = claims.find(({ claim }) => claim.measure === FREE)!.claim;
    const wanted = value.kind === 'figure' ? value.quantity.value! : 0;
    const rows = await corpus().claimsNear([], [{ measure: FREE, value: wanted, country: undefined, day: null }]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { claim } of rows)
      expect(claim).toMatchObject({ measure: FREE, quantity: { value: wanted, bound: '=' } });
    expect(await corpus().claimsNear([], [{ measure: FREE, value: 123_456, country: undefined, day: null }])).toEqual(
      [],
    );
  });

  it('are those of the page’s country and of none, the nearest in time first', async () => {
    const of = (claim: Claim) =>
      claim.kind === 'figure' && claim.measure === OF_COUNTRY ? claim.quantity.value : undefined;
    const [value] = mostSaid(of);
    const saying = claims.filter(({ claim }) => of(claim) === value);
    const other = saying.find(({ claim }) => claim.scope.country !== saying[0]!.claim.scope.country)!.claim.scope
      .country;
    const rows = await corpus().claimsNear([], [{ measure: OF_COUNTRY, value, country: other, day: MIDDLE }]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(saying.length);
    expect(rows.every(({ claim }) => claim.scope.country === other)).toBe(true);
    expect(await corpus().claimsNear([], [{ measure: OF_COUNTRY, value, country: undefined, day: MIDDLE }])).toEqual(
      [],
    );
  });

  it('is nothing for a guess at a measure whose claims of that time say another number', async () => {
    const near = { measures: [FREE, OF_COUNTRY], scope: {}, day: MIDDLE };
    const all = await corpus().claimsNear([near], []);
    const said = all.map(({ claim }) => (claim.kind === 'figure' ? claim.quantity.value! : 0));
    expect(names(await corpus().claimsNear([{ ...near, onlySaying: said[0] }], []))).toEqual(names(all));
    const nobodys = Math.max(...said) + 1;
    expect(await corpus().claimsNear([{ ...near, onlySaying: nobodys }], [])).toEqual([]);
    expect(await corpus().claimsNear([{ ...near, onlySaying: null }], [])).toEqual([]);
    // Whoever is sure of the measure gets them all the same.
    expect(names(await corpus().claimsNear([{ ...near, onlySaying: nobodys }, near], []))).toEqual(names(all));
  });

  it('finds the source that lies at an address, and all that some sources say', async () => {
    const document = pack.documents[7]!;
    expect((await corpus().documentsAt(canonicalUrl(`${document.url}?utm_source=x#top`))).map(({ id }) => id)).toEqual([
      document.id,
    ]);
    expect(await corpus().documentsAt('example.org/nowhere')).toEqual([]);
    expect(names(await corpus().claimsOf([document.id]))).toEqual(
      document.claims.map((claim) => `${document.id} ${claim.id}`),
    );
  });

  it('counts every document that names somebody', async () => {
    const id = commonest(({ document }) => document.entities[0]);
    const { documents, mentioning } = await corpus().counts([id, 'nobody']);
    expect(documents).toBe(600);
    expect(mentioning.get(id)).toBe(pack.documents.filter((document) => document.entities.includes(id)).length);
    expect(mentioning.get('nobody')).toBe(0);
  });
});

describe('what a large pack in the database is asked for', () => {
  it('gives the documents that share most with a page, no more than a choice can be made of', async () => {
    const target = pack.documents[300]!;
    const found = await corpora.database!.documentsMentioning(target.entities);
    expect(found.length).toBeLessThanOrEqual(MENTIONING_MOST);
    expect(found.map(({ id }) => id)).toContain(target.id);
  });

  it('gives the latest positions of a country', async () => {
    const id = commonest(({ claim }) => (claim.kind === 'stance' ? claim.scope.country : undefined));
    const all = claims.filter(({ claim }) => claim.kind === 'stance' && claim.scope.country === id);
    const expected = all.map(({ claim }) => claim.asOf!).sort();
    expect(days(await corpora.database!.stancesOf([id]))).toEqual(expected.slice(-STANCES_MOST));
  });
});
