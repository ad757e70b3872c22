/** Pages that React and Vue draw and hydrate: frameworks trust that nobody else changes their nodes. */
import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { until } from '../tools/extension.ts';
import { row } from '../tools/trust-rows.ts';
import { addedElements, inBrowsers, marks, ownHtml } from './tools.ts';

const FIGURE = 'about 35 countries';
const FRAMEWORKS = ['react', 'vue'] as const;
type Framework = (typeof FRAMEWORKS)[number];
const FOLDER = 'test/fixtures/frameworks';
/** `hydrated`: over HTML that came with the page; `drawn`: into an empty element. */
const WAYS = ['hydrated', 'drawn'] as const;
type Way = (typeof WAYS)[number];
const TURNS = 8;

const page = (
  framework: Framework,
  html: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allies agree</title>
<meta property="article:published_time" content="2025-09-05T12:00:00Z"></head><body><main><article id="root">${html}</article></main>
<script src="/${framework}.js"></script></body></html>`;

/** The development builds: they say in the console what the others pass over. */
async function scriptOf(framework: Framework): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}/${framework}-page.js`],
    bundle: true,
    write: false,
    format: 'iife',
    // With the compiler of templates.
    alias: { vue: 'vue/dist/vue.esm-bundler.js' },
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
  return outputFiles[0]!.text;
}

const pages: Parameters<typeof inBrowsers>[1]['pages'] = {};
for (const framework of FRAMEWORKS) {
  // By Node itself: to the test runner React is another name of Preact.
  const sent = execFileSync(process.execPath, [`${FOLDER}/${framework}-served.js`], { encoding: 'utf8' });
  pages[`/${framework}-hydrated`] = page(framework, sent);
  pages[`/${framework}-drawn`] = page(framework, '');
  const headers = { 'content-type': 'text/javascript; charset=utf-8' };
  pages[`/${framework}.js`] = { body: await scriptOf(framework), headers };
}

const press = (on: Page, what: 'start' | 'late' | 'turn', value = 0): Promise<void> =>
  on.evaluate(
    (name, turn) =>
      (window as unknown as { article: Record<string, (turn: number) => Promise<void>> }).article[name]!(turn),
    what,
    value,
  );

/** Every node of the document, with those in it that are no element's. */
const nodesOf = (on: Page): Promise<number> =>
  on.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let nodes = 1;
    while (walker.nextNode()) nodes++;
    return nodes;
  });

/** As highlighters do that wrap what they mark. */
const wrap = (on: Page): Promise<void> =>
  on.evaluate(() => {
    const walker = document.createTreeWalker(document.getElementById('root')!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => /35 countries|Macron/.test(data))) {
      const span = document.createElement('span');
      text.replaceWith(span);
      span.append(text);
    }
  });

inBrowsers('a framework', { pages }, (bench) => {
  /** What the page is at the end of its changes. `between` runs before it starts, before its late part comes, and at the end. */
  async function run(
    framework: Framework,
    way: Way,
    between: (on: Page, step: 'start' | 'late' | 'end') => Promise<unknown>,
  ) {
    const on = await bench.extension.open(`${bench.server.url}/${framework}-${way}`);
    if (way === 'hydrated') await between(on, 'start');
    await press(on, 'start');
    await between(on, 'late');
    await press(on, 'late');
    for (let turn = 1; turn <= TURNS; turn++) await press(on, 'turn', turn);
    await between(on, 'end');
    const text = await on.evaluate(() => document.body.innerText);
    const seen = { text, html: await ownHtml(on), nodes: await nodesOf(on), added: await addedElements(on) };
    await on.close();
    return { ...seen, errors: await bench.extension.takeErrors() };
  }

  for (const framework of FRAMEWORKS)
    it(
      `draws, hydrates and changes a marked page as if nobody read along: ${framework}`,
      row(
        () => ({ id: 'R18', what: 'page frameworks', browser: bench.extension.name, part: framework }),
        async (seen) => {
          const { extension } = bench;
          await extension.revokeAllSites();
          const alone: Awaited<ReturnType<typeof run>>[] = [];
          for (const way of WAYS) alone.push(await run(framework, way, async () => {}));
          for (const { errors, added, text } of alone) {
            expect(errors).toEqual([]);
            expect(added).toEqual([]);
            expect(text).toContain(`said to ${TURNS} reporters`);
          }
          const wrapped = await run(framework, 'hydrated', async (on, step) => {
            if (step === 'start') await wrap(on);
          });
          expect(wrapped.errors.join('\n')).toMatch(/hydrat/i);
          seen.control(
            'marked text wrapped in a span before hydration is an error in the console, without us there is none',
          );
          await extension.grantAllSites();
          for (const [at, way] of WAYS.entries()) {
            const read = await run(framework, way, (on) =>
              until('marks', async () => (await marks(on)).includes(FIGURE)),
            );
            expect(read.errors).toEqual([]);
            expect(read.html).toBe(alone[at]!.html);
            expect(read.added).toEqual(['style']);
            // The style and its text.
            expect(read.nodes - alone[at]!.nodes).toBe(2);
          }
          seen.result(
            `hydrated in two steps while marks stand, and drawn; ${TURNS} changes with reorders and removals of each: node by node as without us but for one style element, no console error`,
          );
        },
      ),
    );

  it(
    'marks text in open shadow roots, also nested ones, and not in closed ones',
    row(
      () => ({ id: 'R21', what: 'shadow DOM pages', browser: bench.extension.name }),
      async (seen) => {
        const on = await bench.extension.open(`${bench.server.url}/shadow.html`);
        const drawn = await until('marks', async () => {
          const all = await marks(on);
          return all.includes('Emmanuel Macron') && all.some((text) => text.includes('26 countries')) ? all : null;
        });
        const places = await on.evaluate(() => {
          const depths: number[] = [];
          for (const highlight of CSS.highlights.values())
            for (const range of highlight) {
              let depth = 0;
              for (let root = (range as Range).startContainer.getRootNode(); root instanceof ShadowRoot; depth++)
                root = root.host.getRootNode();
              depths.push(depth);
            }
          return { deepest: Math.max(...depths), text: document.body.innerText };
        });
        expect(places.text).not.toContain('26 countries');
        seen.control('the marked words are not in the document’s own text');
        expect(places.deepest).toBeGreaterThanOrEqual(2);
        expect(drawn.join()).not.toContain('77');
        seen.result(`marks ${places.deepest} roots deep, none in a closed root`);
        await on.close();
      },
    ),
  );

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});
