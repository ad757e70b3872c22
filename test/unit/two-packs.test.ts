/** Two packs that use the same names for different things: neither changes what the other says. */
import { describe, expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { memoryCorpus } from '../../corpus/memory.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import type { Report } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';
import { figureClaim, sampleDocument, samplePack } from '../tools/sample-pack.ts';

const words = makeWords();

/** Counts ferries of the islands. */
const ferries: Pack = samplePack({
  documents: [
    sampleDocument('doc-a', [figureClaim('a-1', 'ferries-in-service', 14)], ['northland', 'island-line']),
    sampleDocument('doc-b', [figureClaim('b-1', 'ferries-in-service', 14)], ['northland']),
  ],
});

/** The same ids of pack parts, for something else: ferries of a lake, by another law of counting. */
function lakes(): Pack {
  const pack = samplePack({
    id: 'lakes',
    documents: [
      {
        ...sampleDocument('doc-a', [figureClaim('a-1', 'ferries-in-service', 3)], ['northland']),
        outlet: 'The Lake Courier',
        title: 'Three on the lake',
      },
    ],
  });
  pack.manifest.title = 'Lake ferries';
  // Its own words are Danish; the report it holds is English.
  pack.manifest.languages = ['da', 'en'];
  pack.manifest.topic = [{ all: [['ferries'], ['lake']] }];
  pack.measures[0]!.label = 'Ferries on the lake';
  pack.entities = [
    {
      id: 'northland',
      kind: 'country',
      name: 'Northern Land',
      aliases: [{ text: 'Northland' }, { text: 'Island Line' }],
      description: 'As the lake pack has it.',
    },
  ];
  return pack;
}

const page = (text: string) => ({
  url: 'https://news.example/ferries',
  dates: [{ source: 'json-ld' as const, value: '2025-05-02' }],
  language: 'en',
  title: 'Ferries',
  blocks: [{ id: 0, text, kind: 'paragraph' as const, section: 0 }],
});
const read = (text: string, ...packs: Pack[]): Promise<Report> =>
  analysePage(page(text), memoryCorpus(packs), { words });
const figure = (report: Report, surface: string) => report.items.find((item) => item.surface.includes(surface));

const ISLANDS = 'Between the islands of Northland 20 ferries are in service, says Island Line.';
const LAKE = 'On the lake 20 ferries are in service, says the Northland government.';

describe('two packs side by side', () => {
  it('answer for their own topic as each does alone', async () => {
    for (const text of [ISLANDS, LAKE]) {
      const own = text === ISLANDS ? ferries : lakes();
      const alone = await read(text, own);
      expect(alone.onTopic).toBe(true);
      expect(figure(alone, '20 ferries')?.verdict).toBe('conflicts');
      expect(await read(text, ferries, lakes())).toEqual(alone);
    }
  });

  it('compare a figure with the claims of one pack’s measure, never with both', async () => {
    const report = await read(LAKE, ferries, lakes());
    const item = figure(report, '20 ferries');
    expect(item?.label).toBe('Ferries on the lake');
    expect(item?.against.map((one) => one.display)).toEqual(['3']);
  });

  it('keep sources apart that have one id', async () => {
    const both = `${ISLANDS} ${LAKE.replace('20', '21')}`;
    const report = await read(both, ferries, lakes());
    expect(Object.values(report.documents).map((one) => `${one.id} ${one.outlet}`)).toEqual([
      'doc-a The Harbour Post',
      'doc-b The Harbour Post',
      'lakes/doc-a The Lake Courier',
    ]);
    for (const item of report.items)
      for (const one of item.against) expect(report.documents[one.document]).toBeDefined();
    for (const id of report.related) expect(report.documents[id]).toBeDefined();
    expect(report.packs.map((pack) => pack.id)).toEqual(['ferries', 'lakes']);
  });

  it('say in which language their words are, and in which their sources’ words', async () => {
    const report = await read(`${ISLANDS} ${LAKE.replace('20', '21')}`, ferries, lakes());
    expect(figure(report, '20 ferries')?.language).toBe('en');
    expect(report.documents['doc-a']).toMatchObject({ language: 'en', sourceLanguage: undefined });
    expect(report.documents['lakes/doc-a']).toMatchObject({ language: 'da', sourceLanguage: 'en' });
    // Northland's name is of one pack, its description of the other.
    expect(report.entities.northland).toMatchObject({ description: 'As the lake pack has it.', language: undefined });
    const ofLakes = await read(LAKE, ferries, lakes());
    expect(figure(ofLakes, '20 ferries')?.language).toBe('da');
    expect(ofLakes.entities.northland?.language).toBe('da');
  });

  it('take who somebody is from the first, and add up who names them', async () => {
    const report = await read(`${ISLANDS} ${LAKE}`, ferries, lakes());
    const { northland } = report.entities;
    expect(northland).toMatchObject({
      name: 'Northland',
      description: 'As the lake pack has it.',
      sources: 3,
      sourcesOf: 3,
    });
  });

  it('name the same words once, as the first pack does', async () => {
    const report = await read(`${ISLANDS} ${LAKE}`, ferries, lakes());
    const line = report.mentions.filter((mention) => mention.surface.endsWith('Line'));
    expect(line.map((mention) => mention.entity)).toEqual(['island-line']);
    const places = report.mentions.map(({ block, start }) => `${block} ${start}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('give every figure of the page once', async () => {
    const report = await read(`${ISLANDS} ${LAKE} There were 7 storms.`, ferries, lakes());
    expect(report.items.filter((item) => item.kind === 'figure').map((item) => item.surface)).toEqual([
      '20 ferries',
      '20 ferries',
      '7 storms',
    ]);
    expect(new Set(report.items.map((item) => item.id)).size).toBe(report.items.length);
  });

  it('say nothing of a page about neither, and of any page where none is there', async () => {
    expect((await read('A page about trams.', ferries, lakes())).onTopic).toBe(false);
    const nothing = await read(ISLANDS);
    expect(nothing).toMatchObject({ onTopic: false, packs: [] });
    expect(nothing.items.map((item) => item.measure)).toEqual([null]);
  });
});
