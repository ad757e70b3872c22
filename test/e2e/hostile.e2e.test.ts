/** Pages that want to know who reads along, to press our buttons, or to keep us out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtExtension, hover, until } from '../tools/extension.ts';
import { inBrowsers, marks } from './tools.ts';

const FIGURE = 'about 35 countries';
const ARTICLE = `<h1>Allies agree outline of a force for Ukraine</h1><p><time datetime="2025-09-05">5 September 2025</time></p>
<p id="first">The Coalition of the Willing met in Paris on Thursday, and ${FIGURE} had committed to deploying troops, officials said.</p>`;
const page = (script: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Allies</title><script>${script}</script>${ARTICLE}</html>`;

/** Writes down whatever it is told, and every element that is made with a name. */
const CURIOUS = `
  const seen = []; window.seen = seen;
  addEventListener('message', (event) => seen.push('message ' + JSON.stringify(event.data)));
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { seen.push('event ' + event.type); return dispatch.call(this, event); };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { seen.push('shadow ' + this.localName); return attach.call(this, init); };
  addEventListener('securitypolicyviolation', (event) => seen.push('violation ' + event.violatedDirective));`;

/** Breaks what scripts rely on. */
const BROKEN = `
  for (const name of ['map', 'filter', 'push', 'forEach', 'includes', 'join', 'flatMap']) Array.prototype[name] = () => { throw new Error('broken'); };
  Map.prototype.get = Map.prototype.set = () => { throw new Error('broken'); };
  Node.prototype.append = Element.prototype.append = () => { throw new Error('broken'); };
  window.MutationObserver = class { constructor() { throw new Error('broken'); } };
  document.createElement = () => { throw new Error('broken'); };
  JSON.parse = JSON.stringify = () => { throw new Error('broken'); };`;

const STRICT = {
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Allies</title>${ARTICLE}</html>`,
  headers: {
    'content-security-policy':
      "default-src 'none'; img-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

inBrowsers(
  'a page that',
  { pages: { '/curious': page(CURIOUS), '/broken': page(BROKEN), '/strict': STRICT } },
  (bench) => {
    it('listens hears nothing, and finds no file of ours', async () => {
      await bench.extension.grantAllSites();
      const curious = await bench.extension.open(`${bench.server.url}/curious`);
      await until('marks', async () => (await marks(curious)).includes(FIGURE));
      await hover(curious, FIGURE);
      await until('the card', () => bench.extension.card(curious).text());
      const known = await curious.evaluate(() => ({
        seen: (window as unknown as { seen: string[] }).seen,
        frames: window.length,
        resources: performance.getEntriesByType('resource').map((entry) => entry.name),
        root: document.querySelector('div[popover]')?.shadowRoot ?? null,
      }));
      const files = readdirSync(builtExtension(bench.extension.name), { recursive: true, encoding: 'utf8' }).map(
        (file) => file.split(/[\\/]/).join('/'),
      );
      expect(files).toContain(join('packs', 'index.json'));
      const reached = await curious.evaluate(
        (urls) =>
          Promise.all(
            urls.map((url) =>
              fetch(url).then(
                () => url,
                () => '',
              ),
            ),
          ).then((found) => found.filter(Boolean)),
        files.map((file) => bench.extension.extensionUrl(file)),
      );
      expect(reached).toEqual([]);
      expect(known.seen).toEqual([]);
      expect(known.frames).toBe(0);
      expect(known.resources.filter((name) => name.includes('-extension:'))).toEqual([]);
      expect(known.root).toBeNull();
      await curious.close();
      // Those are the page's own attempts above.
      await bench.extension.takeErrors();
    });

    it('plays the mouse and the keys gets no card', async () => {
      const puppet = await bench.extension.open(`${bench.server.url}/curious`);
      await until('marks', async () => (await marks(puppet)).includes(FIGURE));
      await puppet.evaluate(async () => {
        const first = document.querySelector('#first');
        const range = document.createRange();
        range.selectNodeContents(first as Element);
        for (let turn = 0; turn < 40; turn++) {
          for (const rect of range.getClientRects())
            for (let x = rect.left; x < rect.right; x += 20)
              for (const type of [
                'pointerover',
                'pointermove',
                'mousemove',
                'mouseover',
                'pointerdown',
                'pointerup',
                'click',
              ])
                first?.dispatchEvent(
                  new PointerEvent(type, {
                    bubbles: true,
                    composed: true,
                    clientX: x,
                    clientY: rect.top + rect.height / 2,
                    pointerType: 'mouse',
                  }),
                );
          document.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'N', altKey: true, shiftKey: true, bubbles: true }),
          );
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
      });
      expect(await bench.extension.card(puppet).text()).toBe('');
      await puppet.close();
    });

    it.each(['strict', 'broken'])('is %s is read all the same', async (name) => {
      const guarded = await bench.extension.open(`${bench.server.url}/${name}`);
      await until('marks', async () => (await drawn(guarded)) > 0);
      await bench.extension.command(guarded, 'next-mark');
      // Asked without anything that the page broke.
      await until('the card', () =>
        bench.extension.card(guarded).evaluate((root) => root.querySelector('h2')?.textContent ?? ''),
      );
      await guarded.close();
      expect(await bench.extension.takeErrors()).toEqual([]);
    });
  },
);

/** Only what no page script can break. */
const drawn = (of: { evaluate(fn: () => number): Promise<number> }): Promise<number> =>
  of.evaluate(() => CSS.highlights.size);
