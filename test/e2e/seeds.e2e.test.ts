/**
 * The five seed reports as simple pages with their dates, read by the built extension with these five alone: the real
 * conflicts between them are shown with their sources, and no other. The texts stay out of the repository; without them there is nothing to run.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isConflict } from '../../utils/report.ts';
import { readerState } from '../tools/reader-state.ts';
import { inBrowsers } from './tools.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/seeds');
const there = existsSync(join(FOLDER, 'index.json'));
const seeds: { id: string; publishedAt: string; url: string | null }[] = there
  ? JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8'))
  : [];

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function pageOf(seed: (typeof seeds)[number]): string {
  const lines = readFileSync(join(FOLDER, `${seed.id}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${seed.id}</title>
<meta property="article:published_time" content="${seed.publishedAt}"></head>
<body><main><article>${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</article></main></body></html>`;
}

const pages = Object.fromEntries(seeds.map((seed) => [`/${seed.id}.html`, pageOf(seed)]));

describe.skipIf(!there)('the seeds, served', () => {
  inBrowsers('the five seeds', { pages, seeds: true }, (bench) => {
    it('allows all sites', () => bench.extension.grantAllSites());

    it.each(seeds.map((seed) => seed.id))('%s shows its real conflicts and no others', async (id) => {
      const page = await bench.extension.open(`${bench.server.url}/${id}.html`);
      const state = await readerState(bench.extension, page);
      expect(state.state).toBe('ready');
      const { items } = (state as Extract<typeof state, { state: 'ready' }>).report;
      const conflicts = items.filter((item) => isConflict(item.verdict)).map((item) => item.measure);
      // R2, two against two, on every page but that of January and those that tell it of one counterpart only.
      const differ = ['seed-000', 'seed-001', 'seed-003'].includes(id);
      expect([...new Set(conflicts)]).toEqual(differ ? ['trump-participation-mode'] : []);
      const members = items.find((item) => item.measure === 'coalition-members' && item.verdict === 'changed since');
      // R1: 35 in September, about 30 in January.
      expect(members?.against.map((a) => a.document)).toEqual(
        id === 'seed-002' ? ['seed-003'] : id === 'seed-003' ? ['seed-002'] : undefined,
      );
      await page.close();
    });
  });
});
