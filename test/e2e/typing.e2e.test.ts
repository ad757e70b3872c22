/** Whatever a reader types stays what was typed: editors of every kind, and pages with keys of their own. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { until } from '../tools/extension.ts';
import { row } from '../tools/trust-rows.ts';
import { pause } from './fault-tools.ts';
import { inBrowsers, marks } from './tools.ts';

/** Full of what is marked elsewhere on the page. */
const TYPED = 'About 35 countries and Emmanuel Macron';
/** After a change the page is read again, at the earliest so late: typing goes on after it. */
const RESCAN_MS = 3_600;
const SECOND = ' with 26 countries';

/** Editors as pages have them; each says what it holds and where its caret is. */
const EDITORS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Write about the Coalition of the Willing</title>
<meta property="article:published_time" content="2025-09-05T12:00:00Z">
<style>[contenteditable],.lines{min-height:2em;border:1px solid} .lines textarea{opacity:0;width:1px;height:1px}</style>
<main><h1>Write about the Coalition of the Willing</h1>
<p id="read">The Coalition of the Willing met in Paris, and about 35 countries had committed to deploying troops to Ukraine, said Emmanuel Macron.</p>
<textarea data-editor="textarea"></textarea>
<p><input data-editor="input"></p>
<p><input type="search" data-editor="search"></p>
<div contenteditable data-editor="contenteditable"></div>
<div contenteditable="plaintext-only" data-editor="plaintext-only"></div>
<div contenteditable role="textbox" data-editor="paragraphs"><p><br></p></div>
<div contenteditable class="model" data-editor="model"><p><br></p></div>
<div class="lines" tabindex="0" data-editor="lines"><div class="drawn"></div><textarea></textarea></div>
</main>
<script>
  const planted = location.search === '?planted';
  window.foreign = [];
  // As ProseMirror does: the document is a model of text; what the page's tree becomes otherwise is put back.
  const model = document.querySelector('.model');
  let text = '';
  const draw = () => { model.firstElementChild.textContent = text; if (!text) model.firstElementChild.append(document.createElement('br')); };
  const observer = new MutationObserver((records) => {
    const p = model.firstElementChild;
    const strange = [...model.querySelectorAll('*')].filter((one) => one !== p && one.localName !== 'br');
    if (strange.length > 0 || model.children.length !== 1) { foreign.push(...strange.map((one) => one.localName)); }
    text = p ? p.textContent : '';
  });
  observer.observe(model, { childList: true, subtree: true, characterData: true, attributes: true });
  // As CodeMirror 5 does: a hidden text area takes the keys, and the lines are drawn from it, each token a span.
  const lines = document.querySelector('.lines');
  const area = lines.querySelector('textarea');
  lines.addEventListener('focus', () => area.focus());
  area.addEventListener('input', () => {
    const drawn = lines.querySelector('.drawn');
    drawn.replaceChildren(...area.value.split(/(\\s+)/).map((word) => Object.assign(document.createElement('span'), { textContent: word })));
  });
  window.held = (name) => {
    const editor = document.querySelector('[data-editor="' + name + '"]');
    if (name === 'lines') return { text: editor.querySelector('.drawn').textContent, caret: area.selectionStart, strange: editor.querySelectorAll('.drawn :not(span)').length };
    if ('value' in editor) return { text: editor.value, caret: editor.selectionStart, strange: 0 };
    const selection = getSelection();
    const before = document.createRange();
    before.selectNodeContents(editor);
    if (selection.rangeCount && editor.contains(selection.focusNode)) before.setEnd(selection.focusNode, selection.focusOffset);
    return { text: editor.textContent.replaceAll('\\u00a0', ' '), caret: before.toString().length, strange: editor.querySelectorAll('mark, span, style').length };
  };
  // What highlighters do that wrap words in elements.
  if (planted) addEventListener('input', (event) => {
    const editor = event.target.closest('[contenteditable]');
    const walker = editor && document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker?.nextNode()); ) {
      const at = node.data.indexOf('35 countries');
      if (at < 0 || node.parentElement.localName === 'mark') continue;
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 12);
      range.surroundContents(document.createElement('mark'));
      break;
    }
  });
</script></html>`;

const NAMES = ['textarea', 'input', 'search', 'contenteditable', 'plaintext-only', 'paragraphs', 'model', 'lines'];

/** A page that takes single letters for itself, wherever focus is. */
const SHORTCUTS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Keys</title>
<meta property="article:published_time" content="2025-09-05T12:00:00Z">
<main><h1>Keys of the Coalition of the Willing</h1>
<p>The Coalition of the Willing met in Paris, and about 35 countries had committed to deploying troops to Ukraine, said Emmanuel Macron.</p></main>
<script>
  window.fired = [];
  for (const type of ['keydown', 'keypress', 'keyup']) {
    document.addEventListener(type, (event) => fired.push(type + ' ' + event.key));
    window.addEventListener(type, (event) => fired.push(type + ' ' + event.key + ' captured'), true);
  }
</script></html>`;

interface Held {
  text: string;
  caret: number;
  strange: number;
}

const held = (page: Page, name: string): Promise<Held> =>
  page.evaluate((which) => (window as unknown as { held(name: string): Held }).held(which), name);

const focusOn = (page: Page, name: string): Promise<void> =>
  page.evaluate((which) => document.querySelector<HTMLElement>(`[data-editor="${which}"]`)?.focus(), name);

inBrowsers('typing', { pages: { '/editors': EDITORS, '/shortcuts': SHORTCUTS } }, (bench) => {
  const subject = (id: `R${number}`, what: string) => () => ({ id, what, browser: bench.extension.name });

  it(
    'into editors of every kind keeps text and caret, while the page is read again under it',
    row(subject('R19', 'editors and forms'), async (seen) => {
      const { extension, server } = bench;
      // Not allowed yet: what happens on this page is the page's own doing.
      const planted = await extension.open(`${server.url}/editors?planted`);
      await focusOn(planted, 'model');
      await planted.keyboard.type(TYPED);
      const broken = await held(planted, 'model');
      expect(broken.strange > 0 || broken.text !== TYPED || broken.caret !== TYPED.length).toBe(true);
      seen.control('a highlighter that wraps words is noticed by text, caret or strange elements');
      await planted.close();

      await extension.grantAllSites();
      const page = await extension.open(`${server.url}/editors`);
      await until('marks', async () => (await marks(page)).includes('about 35 countries'));
      const before = await marks(page);
      for (const name of NAMES) {
        await focusOn(page, name);
        await page.keyboard.type(TYPED);
      }
      await pause(RESCAN_MS);
      for (const name of NAMES) {
        expect(await held(page, name), name).toMatchObject({ text: TYPED, strange: 0 });
        await focusOn(page, name);
        await caretToEnd(page, name);
        await page.keyboard.type(SECOND);
        const now = await held(page, name);
        expect(now, name).toEqual({ text: TYPED + SECOND, caret: (TYPED + SECOND).length, strange: 0 });
      }
      await pause(RESCAN_MS);
      expect(await page.evaluate(() => (window as unknown as { foreign: string[] }).foreign)).toEqual([]);
      await until('the marks of before', async () => JSON.stringify(await marks(page)) === JSON.stringify(before));
      seen.result(`${NAMES.length} editors, text and caret as typed, no mark in any`);
      await page.close();
    }),
  );

  it(
    'while a card has focus sets off no key of the page',
    row(subject('R29', 'keys while the card has focus'), async (seen) => {
      const { extension, server } = bench;
      const page = await extension.open(`${server.url}/shortcuts`);
      const fired = () =>
        page.evaluate(() => (window as unknown as { fired: string[] }).fired.splice(0)) as Promise<string[]>;
      await until('marks', async () => (await marks(page)).length > 0);
      await page.keyboard.type('s');
      expect(await fired()).toContain('keydown s');
      seen.control('before a card is open the page hears the key');
      await extension.command(page, 'next-mark');
      await until('the card', () => extension.card(page).text());
      await page.keyboard.press('Tab');
      await until('focus in the card', () =>
        page.evaluate(() => document.activeElement?.matches('div[popover]') ?? false),
      );
      await fired();
      // A slash opens Firefox's own search in the page, which takes the focus some keys later.
      const keys = extension.name === 'firefox' ? ['s', 'j', 'k', '?'] : ['s', 'j', 'k', '?', '/'];
      for (const key of keys) await page.keyboard.type(key);
      const heard = await fired();
      // Listeners that were there before ours on the window itself cannot be kept from hearing; those of documents can.
      expect(heard.filter((one) => !one.endsWith('captured'))).toEqual([]);
      expect(await page.evaluate(() => document.activeElement?.matches('div[popover]'))).toBe(true);
      await page.keyboard.press('Escape');
      await until('the card to go', async () => (await extension.card(page).text()) === '');
      await fired();
      await page.keyboard.type('j');
      expect(await fired()).toContain('keydown j');
      const early = heard.filter((one) => one.endsWith('captured')).length > 0;
      seen.result(
        `${keys.length} keys in the card, none heard by the page's document${early ? ' (what it set on its window before us does hear)' : ', nor by what it set on its window before us'}; it hears again once the card is closed`,
      );
      await page.close();
    }),
  );

  it('leaves no error anywhere', async () => {
    expect(await bench.extension.takeErrors()).toEqual([]);
  });
});

/** Focus by script puts the caret where the browser likes. */
async function caretToEnd(page: Page, name: string): Promise<void> {
  await page.evaluate((which) => {
    const editor = document.querySelector<HTMLElement>(`[data-editor="${which}"]`);
    const field = which === 'lines' ? editor?.querySelector('textarea') : editor;
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
      field.setSelectionRange(field.value.length, field.value.length);
    else if (editor) {
      const range = document.createRange();
      const last = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
      let text: Text | null = null;
      for (let node = last.nextNode(); node; node = last.nextNode()) text = node as Text;
      range.selectNodeContents(text ?? editor);
      range.collapse(false);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }
  }, name);
}
