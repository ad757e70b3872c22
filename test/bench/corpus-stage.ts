/** Where `npm run bench:corpus` happens: a browser with pages of two origins, whose workers run the code that is measured. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page, WebWorker } from 'puppeteer-core';
import { launchPlain } from '../tools/browsers.ts';
import { type MadePage, servePages } from '../tools/serve.ts';
import type { CorpusReader, PageTime } from './corpus-reader.ts';
import type { CorpusWorker } from './corpus-worker.ts';

/** The background as it answers a page; the settings page and the panel. */
type Role = 'reader' | 'settings';
type Api = { reader: CorpusReader; settings: CorpusWorker };

export interface Actor<R extends Role> {
  call<K extends keyof Api[R] & string>(
    name: K,
    ...args: Api[R][K] extends (...args: infer A) => unknown ? A : never
  ): Promise<Api[R][K] extends (...args: never) => infer T ? Awaited<T> : never>;
  /** Bytes of live objects, after a collection. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

export interface ColdStart {
  total: number;
  open: number;
  first: PageTime;
}

export interface Stage {
  start<R extends Role>(role: R): Promise<Actor<R>>;
  /** Time from starting a worker, with everything to be loaded, to the answer for its first page. */
  coldStart(task: unknown): Promise<ColdStart>;
  forget(database: string): Promise<void>;
}

export interface Stages {
  here: Stage;
  /** Another origin in the same browser: what it has in its databases waits for nothing that happens here. */
  elsewhere: Stage;
  close(): Promise<void>;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SCRIPTS: Record<Role, string> = { reader: 'corpus-reader.ts', settings: 'corpus-worker.ts' };

async function bundled(file: string): Promise<MadePage> {
  const { outputFiles } = await build({
    entryPoints: [`${HERE}${file}`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome130',
    write: false,
  });
  return { body: outputFiles[0]!.text, headers: { 'content-type': 'text/javascript' } };
}

/** `packs`: JSON by the names of files. */
export async function openStages(packs: Readonly<Record<string, string>>): Promise<Stages> {
  const made: Record<string, MadePage> = {
    '/': '<!doctype html><meta charset="utf-8"><title>Corpus</title>',
    '/reader.js': await bundled(SCRIPTS.reader),
    '/settings.js': await bundled(SCRIPTS.settings),
  };
  for (const [file, body] of Object.entries(packs))
    made[`/${file}`] = { body, headers: { 'content-type': 'application/json' } };
  const server = await servePages(made);
  const browser = await launchPlain('chrome');
  const stageAt = async (url: string): Promise<Stage> => {
    const page = await browser.newPage();
    await page.goto(url);
    return stageOn(page);
  };
  return {
    here: await stageAt(`${server.url}/`),
    elsewhere: await stageAt(`${server.url.replace('127.0.0.1', 'localhost')}/`),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

function stageOn(page: Page): Stage {
  return {
    async start(role) {
      const created = new Promise<WebWorker>((done) => page.once('workercreated', done));
      await page.evaluate(
        (script) =>
          new Promise<void>((done) => {
            new Worker(script).onmessage = () => done();
          }),
        `/${role}.js`,
      );
      return actorIn(await created);
    },
    coldStart: (task) =>
      page.evaluate(async (name) => {
        const start = performance.now();
        const worker = new Worker('/reader.js', { name });
        const answer = await new Promise<{ open: number; first: never }>((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = (event) => reject(new Error(event.message));
        });
        const total = performance.now() - start;
        worker.terminate();
        return { total, ...answer };
      }, JSON.stringify(task)),
    forget: (database) => page.evaluate((name) => void indexedDB.deleteDatabase(name), database),
  };
}

const actorIn = (worker: WebWorker): Actor<never> => ({
  call: (name, ...args) => worker.evaluate(`bench.${name}(...${JSON.stringify(args)})`) as never,
  heap: async () => {
    await worker.client.send('HeapProfiler.enable');
    await worker.client.send('HeapProfiler.collectGarbage');
    return (await worker.client.send('Runtime.getHeapUsage')).usedSize;
  },
  close: () => worker.close(),
});
