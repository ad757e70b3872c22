/** Pages that are drawn by frameworks, which trust that nobody else changes their nodes. */
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { until } from '../tools/extension.ts';
import { row } from '../tools/trust-rows.ts';
import { pause } from './fault-tools.ts';
import { addedElements, inBrowsers, marks, ownHtml } from './tools.ts';

const FIGURE = 'about 35 countries';

/**
 * An article by components. `hydrate`: over HTML that came with the page, late, when the page was read already. `render`: drawn
 * anew every time its state changes. `patch`: as compiled templates do, which keep text nodes and move elements themselves.
 */
const APP = `
import 'preact/debug';
import { h, hydrate, render, Fragment } from 'preact';
const ITEMS = ['France and Britain say that they will send troops.', 'Italy rules out troops of its own.', 'Ireland is open to sending peacekeepers.'];
const App = ({ turn }) => h(Fragment, null,
  h('h1', null, 'Allies agree outline of a force for Ukraine'),
  h('p', { class: 'lead' }, 'The Coalition of the Willing met in Paris on Thursday, and ${FIGURE} had committed to deploying troops, ', h('em', null, 'officials'), ' said to ', String(turn), ' reporters.'),
  turn % 2 ? h('p', { key: 'late' }, 'Emmanuel Macron spoke of a guarantee.') : null,
  h('ul', null, ITEMS.map((_, at) => { const item = ITEMS[(at + turn) % ITEMS.length]; return h('li', { key: item }, item); })));
const root = document.getElementById('root');
const way = new URLSearchParams(location.search).get('way');
let turn = 0;
const next = () => render(h(App, { turn }), root);
if (way === 'hydrate') setTimeout(() => { hydrate(h(App, { turn }), root); window.hydrated = true; }, 1500);
else next();
window.go = async (turns) => { for (let i = 0; i < turns; i++) { turn++; next(); await new Promise((done) => setTimeout(done, 60)); } };

const list = document.getElementById('list');
const texts = ['more than 30 leaders', '26 countries', '${FIGURE}'];
const node = document.createTextNode('');
const held = [...list.children];
list.parentElement.querySelector('p').append(node);
window.patch = async (turns) => {
  for (let i = 0; i < turns; i++) {
    node.data = 'In Paris ' + texts[i % 3] + ' had committed to deploying troops.';
    list.insertBefore(held[i % held.length], held[(i + 1) % held.length]);
    const gone = held[(i + 2) % held.length];
    list.removeChild(gone); list.appendChild(gone);
    if (node.parentNode !== list.parentElement.querySelector('p')) throw new Error('the text node was moved');
    await new Promise((done) => setTimeout(done, 40));
  }
};
if (location.search.includes('planted')) setTimeout(() => {
  window.planted = true;
  for (const scope of [document.getElementById('root'), list]) {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    const nodes = []; while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const text of nodes) { const mark = document.createElement('mark'); text.replaceWith(mark); mark.append(text); }
    for (const child of [...scope.children]) { const span = document.createElement('span'); child.replaceWith(span); span.append(child); }
  }
}, 500);
`;

/** What the components above draw first. */
const SERVED = `<h1>Allies agree outline of a force for Ukraine</h1><p class="lead">The Coalition of the Willing met in Paris on Thursday, and ${FIGURE} had committed to deploying troops, <em>officials</em> said to 0 reporters.</p><ul><li>France and Britain say that they will send troops.</li><li>Italy rules out troops of its own.</li><li>Ireland is open to sending peacekeepers.</li></ul>`;

const page = (
  served: string,
  script: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allies agree</title>
<meta property="article:published_time" content="2025-09-05T12:00:00Z"></head><body>
<main><article id="root">${served}</article><section><p></p><ul id="list"><li>One country</li><li>Two countries</li><li>Three countries</li></ul></section></main>
<script>${script.replaceAll('</script', '<\\/script')}</script></body></html>`;

const script = (
  await build({ stdin: { contents: APP, resolveDir: process.cwd() }, bundle: true, write: false, format: 'iife' })
).outputFiles[0]!.text;

const go = (on: Page, what: 'go' | 'patch', turns: number): Promise<void> =>
  on.evaluate(
    (name, count) =>
      (window as unknown as Record<string, (turns: number) => Promise<void>>)
        [name]?.(count)
        .catch((error) => console.error(String(error))),
    what,
    turns,
  );

const hydrated = (on: Page) => () => on.evaluate(() => 'hydrated' in window);

inBrowsers('a framework', { pages: { '/served': page(SERVED, script), '/drawn': page('', script) } }, (bench) => {
  const turns = 12;

  /** What the page is at the end of its changes. */
  async function run(path: string, way: string, wait: (on: Page) => Promise<unknown>) {
    const on = await bench.extension.open(`${bench.server.url}${path}?way=${way}`);
    await wait(on);
    if (way.startsWith('hydrate')) await until('hydration', hydrated(on));
    await go(on, 'go', turns);
    await go(on, 'patch', turns);
    const html = await ownHtml(on);
    const added = await addedElements(on);
    await on.close();
    return { html, added, errors: await bench.extension.takeErrors() };
  }

  it(
    'draws, hydrates and patches a marked page as if nobody read along',
    row(
      () => ({ id: 'R18', what: 'page frameworks', browser: bench.extension.name }),
      async (seen) => {
        const { extension } = bench;
        const ways = [
          ['/served', 'hydrate'],
          ['/drawn', 'render'],
        ] as const;
        const alone = [];
        for (const [path, way] of ways) alone.push(await run(path, way, () => pause(200)));
        expect(alone.flatMap((one) => one.errors)).toEqual([]);
        const planted = await run('/drawn', 'render&planted', (on) =>
          until('the planted one', () => on.evaluate(() => 'planted' in window)),
        );
        expect(planted.errors.length > 0 || planted.html !== alone[1]?.html.replace('&amp;planted', '')).toBe(true);
        seen.control('a highlighter that wraps text breaks the same pages');
        await extension.grantAllSites();
        for (const [at, [path, way]] of ways.entries()) {
          const read = await run(path, way, (on) => until('marks', async () => (await marks(on)).includes(FIGURE)));
          expect(read.errors).toEqual([]);
          expect(read.html).toBe(alone[at]?.html);
          expect(read.added.every((name) => name === 'style' || name === 'div')).toBe(true);
          expect(read.added.length).toBeLessThanOrEqual(2);
        }
        seen.result(
          `${turns} redraws and ${turns} patches of a hydrated and a drawn page: the same HTML as without us, no console error`,
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
