import { expect, it } from 'vitest';
import { analysePage } from '../../corpus/analyse.ts';
import { parseAnalyseAnswer } from '../../utils/extension/report-schema.ts';
import { packReport, unpackReport } from '../../utils/extension/report-wire.ts';
import { makeWords } from '../../utils/words/index.ts';
import { openPackByName } from '../tools/packs.ts';

const SAID = [
  'The Coalition of the Willing met in Paris, and Emmanuel Macron said that 26 countries would send troops to Ukraine.',
  'About 35 countries had committed to deploying troops to Ukraine, and 40 concerts were called off.',
];

async function reportOf(times: number) {
  const texts = Array.from({ length: times }, () => SAID).flat();
  const blocks = texts.map((text, id) => ({ id, text, kind: 'paragraph' as const, section: 0 }));
  const dates = [{ source: 'meta' as const, value: '2025-09-06' }];
  const page = { url: 'https://news.example/a', title: 'A', language: 'en', dates, blocks };
  return analysePage(page, openPackByName('seeds'), { words: makeWords('en') });
}

it('a report arrives as it was sent, and what it says again and again is sent once', async () => {
  const short = await reportOf(1);
  const long = await reportOf(40);
  for (const report of [short, long]) {
    const wire = JSON.parse(JSON.stringify(packReport(report)));
    const arrived = parseAnalyseAnswer({ ok: true, corpus: { state: 'ready' }, report: wire });
    expect(arrived).toEqual({ ok: true, corpus: { state: 'ready' }, report: JSON.parse(JSON.stringify(report)) });
  }
  expect(long.items.length).toBeGreaterThan(30 * short.items.length);
  expect(long.items.some(({ against }) => against.length > 1)).toBe(true);
  expect(packReport(long).claims.length).toBe(packReport(short).claims.length);
});

it('a number that leads nowhere makes it no report', async () => {
  const good = packReport(await reportOf(1));
  expect(unpackReport(good)).not.toBeNull();
  for (const broken of [
    { ...good, claims: good.claims.slice(0, -1) },
    { ...good, lists: [] },
    { ...good, bodies: good.bodies.slice(0, -1) },
    { ...good, names: good.names.slice(0, -1) },
  ])
    expect(unpackReport(broken)).toBeNull();
});
