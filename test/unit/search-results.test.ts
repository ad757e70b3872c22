import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { type CorpusDatabase, openDatabase } from '../../corpus/database.ts';
import { writeEdition } from '../../corpus/install.ts';
import { memoryCorpus } from '../../corpus/memory.ts';
import { buildIndex } from '../../corpus/search/build.ts';
import { openIndex } from '../../corpus/search/open-index.ts';
import { ownShelf } from '../../corpus/search/own-shelf.ts';
import { answerQuery, type Shelf } from '../../corpus/search/results.ts';
import { packRows } from '../../corpus/search/rows.ts';
import { INDEX_VERSION, indexToJson } from '../../corpus/search/search-index.ts';
import { databaseShelves, memoryShelves } from '../../corpus/search/shelves.ts';
import { loadIndex } from '../../corpus/search/stored-indexes.ts';
import { suggestFor } from '../../corpus/suggest.ts';
import { cutQuery, searchPage } from '../../utils/extension/query-text.ts';
import type { SearchAnswer, SearchFilters } from '../../utils/search-results.ts';
import { makeWords } from '../../utils/words/index.ts';
import { sampleDocument } from '../tools/sample-pack.ts';
import { searchPack } from '../tools/search-pack.ts';

const words = makeWords('en');
const pack = searchPack();
const shelf: Shelf = {
  edition: 'harbours@1',
  index: openIndex(buildIndex(pack)),
  rows: packRows(pack),
  language: 'en',
};
const ask = (query: string, filters: SearchFilters = {}, shelves: Shelf[] = [shelf]) =>
  answerQuery(shelves, query, filters, { hits: {} }, words);
const results = (answer: SearchAnswer, kind: string) =>
  answer.groups.find((group) => group.kind === kind)?.results ?? [];

describe('what is drawn', () => {
  it('of a name: who it is, where the country stands, the spelling that was asked for', async () => {
    const [name] = results(await ask('Штиль'), 'name');
    expect(name).toMatchObject({
      kind: 'name',
      spelling: 'Олена Штиль',
      entity: { name: 'Olena Shtyl', country: { id: 'northland', name: 'Northland' }, sources: 2, sourcesOf: 3 },
    });
    if (name?.kind !== 'name') throw new Error('no name');
    expect(name.entity.stances.map(({ display }) => display)).toEqual(['Takes part']);
    expect(Object.keys(name.documents)).toEqual(['spring']);
    expect(results(await ask('Olena Shtyl'), 'name')[0]).toMatchObject({ spelling: undefined });
  });

  it('of a figure: number, what it counts, where, and who says it', async () => {
    const [figure] = results(await ask('26 shtyl'), 'figure');
    expect(figure).toMatchObject({
      display: '26',
      isNumber: true,
      label: 'Ferries in service',
      scope: 'Northland',
      surface: '26 ferries in service',
      saidBy: 'Olena Shtyl',
      outlet: 'The Harbour Post',
      date: '2025-05-01',
    });
  });

  it('of a position: the country and what it says', async () => {
    expect(results(await ask('southland port'), 'stance')[0]).toMatchObject({
      label: 'Southland',
      display: 'Stays in port',
      detail: 'Sailors stay ashore',
      outlet: 'Island Courier',
    });
  });

  it('of a report: its own words', async () => {
    expect(results(await ask('brass'), 'report')[0]).toMatchObject({
      document: { id: 'summer', outlet: 'Island Courier' },
    });
  });
});

describe('saved pages', () => {
  const page = {
    ...sampleDocument('own-1', pack.documents[0]?.claims ?? [], ['olena-shtyl']),
    title: 'What my neighbour wrote of boats',
    outlet: 'neighbour.example',
  };

  it('are found like reports, and marked', async () => {
    const own = await ownShelf([page], [shelf]);
    const answer = await ask('neighbour', {}, [shelf, ...(own ? [own] : [])]);
    expect(results(answer, 'report')).toMatchObject([{ own: true, document: { id: 'own-1' } }]);
    expect(results(answer, 'figure').every((one) => one.own)).toBe(true);
    expect(results(answer, 'figure')[0]).toMatchObject({ label: 'Ferries in service' });
  });

  it('bring no name twice, and nothing where there are none', async () => {
    const own = await ownShelf([page], [shelf]);
    expect(results(await ask('Olena Shtyl', {}, own ? [shelf, own] : []), 'name')).toHaveLength(1);
    expect(await ownShelf([], [shelf])).toBeNull();
  });
});

describe('shelves', () => {
  const opened: CorpusDatabase[] = [];
  let n = 0;
  async function filled(): Promise<CorpusDatabase> {
    const database = openDatabase(`search-${n++}`);
    opened.push(database);
    await writeEdition(database, { pack, edition: 'harbours@1', origin: 'imported' }, {});
    return database;
  }
  afterEach(() => {
    for (const database of opened.splice(0)) database.close();
  });
  const none = { index: async () => [], read: async () => null };

  it('of the database build and keep an index that is missing, and answer as the pack does', async () => {
    const database = await filled();
    const [first] = await databaseShelves(database, none);
    expect(await loadIndex(database, 'harbours@1')).not.toBeNull();
    for (const query of ['26 shtyl', 'Штиль', 'southland port', 'brass']) {
      const groups = (answer: SearchAnswer) => JSON.parse(JSON.stringify(answer.groups));
      expect(groups(await ask(query, {}, first ? [first] : []))).toEqual(groups(await ask(query)));
    }
    // The same shelf while the edition is in use.
    expect((await databaseShelves(database, none, first ? [first] : []))[0]).toBe(first);
  });

  it('build an index of another version anew', async () => {
    const database = await filled();
    const old = { ...buildIndex({ ...pack, documents: [] }), version: INDEX_VERSION - 1 };
    await database.indexes.put({ edition: 'harbours@1', index: old });
    const [found] = await databaseShelves(database, none);
    expect(results(await ask('brass', {}, found ? [found] : []), 'report')).toHaveLength(1);
    expect((await database.indexes.get('harbours@1'))?.index.version).toBe(INDEX_VERSION);
  });

  it('leave packs out that are switched off', async () => {
    const database = await filled();
    await database.packs.update('harbours', { enabled: false });
    expect(await databaseShelves(database, none)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['its index', JSON.parse(indexToJson(buildIndex(pack)))],
    ['a damaged one', { version: INDEX_VERSION, terms: 3 }],
  ])('of files in memory use %s', async (_, index) => {
    const files: Record<string, unknown> = { 'a.json': pack, 'a.index.json': index };
    const line = {
      id: 'harbours',
      version: '1.0.0',
      file: 'a.json',
      index: 'a.index.json',
      hash: 'a',
      documents: 3,
      claims: 7,
    };
    const [found] = await memoryShelves({ index: async () => [line], read: async (file) => files[file] });
    expect(results(await ask('brass', {}, found ? [found] : []), 'report')).toHaveLength(1);
  });
});

describe('the address bar', () => {
  const corpus = memoryCorpus([pack]);
  const texts = async (query: string) => (await suggestFor(query, corpus)).map(({ kind, text }) => `${kind}: ${text}`);

  it.each<[string, string, string[]]>([
    [
      'the beginning of a name, and reports of it',
      'olen',
      ['name: Olena Shtyl', 'report: Micheál Corran opens a pier', 'report: Ferry count rises along the coast'],
    ],
    [
      'a name in another alphabet',
      'штил',
      ['name: Olena Shtyl', 'report: Micheál Corran opens a pier', 'report: Ferry count rises along the coast'],
    ],
    [
      'the whole name before what holds it',
      'corran',
      ['name: Micheál Corran', 'name: Trust of the Corran Bay', 'report: Micheál Corran opens a pier'],
    ],
    ['words of a title, without its accents', 'opens pier miche', ['report: Micheál Corran opens a pier']],
    ['a measure', 'ferries ord', ['measure: Ferries ordered']],
    ['nothing known', 'xyzzy', []],
    ['nothing', ' … ', []],
  ])('suggests for %s', async (_, query, expected) => expect(await texts(query)).toEqual(expected));

  it('says which spelling it means', async () => {
    expect((await suggestFor('schtyl', corpus))[0]?.detail).toEqual({ spelling: 'Olena Schtyl' });
  });
});

describe('a selection that is looked up', () => {
  it.each([
    ['spaces and lines', '  Olena\n\t Shtyl ', 'Olena Shtyl'],
    ['nothing', ' \n', ''],
    ['a whole page, at the end of a word', 'word '.repeat(5000), `${'word '.repeat(40).trim()}`],
    ['one endless word', 'x'.repeat(5000), 'x'.repeat(200)],
  ])('is cut: %s', (_, selection, expected) => expect(cutQuery(selection)).toBe(expected));

  it('never ends in half a character', () => {
    // Throws for half a character.
    expect(encodeURIComponent(cutQuery('😀'.repeat(200)))).toBeTruthy();
    expect(encodeURIComponent(cutQuery(`x${'😀'.repeat(200)}`))).toBeTruthy();
  });

  it('stands in the address of the page', () => {
    expect(new URL(`http://x${searchPage('a & b')}`).searchParams.get('search')).toBe('a & b');
  });
});
