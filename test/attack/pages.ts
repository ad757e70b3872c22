/**
 * The attack pages: an article on the bundled topic, and a script of the page's that tries one thing. Each script leaves what it
 * found in `window.attack`; the functions there are the probes, which the tests use on something planted, too.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MadePage } from '../tools/serve.ts';

/** A figure of the article that has a card. */
export const FIGURE = 'about 35 countries';
/** Words of that figure's card, and of nothing on the page. */
export const CARD_WORDS = 'Countries pledging troops';

const ARTICLE = `<h1>Allies agree outline of a force for Ukraine</h1><p><time datetime="2025-09-05">5 September 2025</time></p>
<p id="first">The Coalition of the Willing met in Paris on Thursday, and ${FIGURE} had committed to deploying troops, officials said.</p>
<p>Emmanuel Macron thanked them, and Giorgia Meloni repeated that Italy will not send soldiers to Ukraine.</p>`;

export const articleWith = (head: string, more = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allies</title>
<style>body{margin:0;padding:40px;font:18px/1.6 serif}</style>${head}</head><body>${ARTICLE}${more}</body></html>`;

const script = (code: string): string => `<script>${code}</script>`;

/** Writes down every message, and every event whose name it can guess. */
const IDENTITY = `
window.attack = { heard: [], listenFor(id) {
  const names = ['reader', 'content', 'card', 'injected'].flatMap((entry) => ['content-script-started', 'locationchange'].map((what) => id + ':' + entry + ':wxt:' + what));
  names.push('wxt:locationchange', id);
  for (const name of names) for (const target of [window, document, document.documentElement])
    target.addEventListener(name, () => attack.heard.push('event ' + name), true);
} };
addEventListener('message', (event) => attack.heard.push('message ' + JSON.stringify(event.data)));
attack.globals = Object.keys(window).length;
attack.traces = () => ({
  heard: attack.heard,
  frames: window.length,
  resources: performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /-extension:/.test(name)),
  globals: Object.keys(window).filter((name) => /wxt|second|source|reader|preact|dexie/i.test(name) && !/^(attack|Stream|Readable|isSecure|EventSource|Media)/.test(name)),
  attributes: [...document.documentElement.attributes, ...document.body.attributes].map((one) => one.name).filter((name) => name !== 'lang'),
});`;

/** The event that ends a content script of WXT's own wrapper, from every place and under every likely name. */
const KILL = `
window.attack = { async forge(id, milliseconds) {
  const end = performance.now() + milliseconds;
  let sent = 0;
  // For so long, and on a busy machine until there were enough of them.
  while (performance.now() < end || sent <= 100) {
    for (const entry of ['reader', 'content', 'card', 'injected']) for (const target of [window, document]) {
      const type = id + ':' + entry + ':wxt:content-script-started';
      target.dispatchEvent(new CustomEvent(type, { detail: { contentScriptName: entry, messageId: 'forged' } }));
      postMessage({ type, contentScriptName: entry, messageId: 'forged' }, '*');
      sent++;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  return sent;
} };`;

/** Knows many names of elements before us, and looks for a root in everything that events and objects tell. */
const STEAL = `
window.attack = { roots: new Set(), ways: new Set(), elements: 0 };
const keep = (way, node) => {
  const root = node && node.getRootNode ? node.getRootNode() : null;
  for (const one of [node, root]) if (one instanceof ShadowRoot && one.mode === 'closed') { attack.roots.add(one); attack.ways.add(way); }
};
const words = ['my', 'app', 'wxt', 'ui', 'card', 'popup', 'overlay', 'reader', 'second', 'source', 'extension', 'content', 'panel', 'tooltip', 'host', 'root', 'shadow', 'mark', 'highlight', 'news', 'fact', 'check', 'hover', 'pop', 'preview', 'info', 'box', 'view', 'main', 'inline', 'menu', 'note'];
for (const a of words) for (const b of words) {
  const name = a + '-' + b;
  if (customElements.get(name)) continue;
  attack.elements++;
  customElements.define(name, class extends HTMLElement {
    #inner = this.attachInternals();
    connectedCallback() { attack.made = [...(attack.made || []), () => keep('attachInternals ' + name, this.#inner.shadowRoot)]; }
  });
}
const hook = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { const root = hook.call(this, init); keep('attachShadow', root); return root; };
for (const type of ['click', 'pointerdown', 'pointermove', 'pointerover', 'mouseover', 'focusin', 'keydown', 'toggle', 'beforetoggle', 'scroll', 'selectionchange', 'animationstart', 'transitionstart'])
  addEventListener(type, (event) => {
    for (const name of ['target', 'srcElement', 'relatedTarget', 'fromElement', 'toElement', 'explicitOriginalTarget', 'originalTarget', 'rangeParent']) {
      let node = null;
      try { node = event[name]; } catch {}
      if (node instanceof Node) keep(type + '.' + name, node);
    }
    for (const node of event.composedPath()) keep(type + '.composedPath', node);
  }, true);
attack.search = () => {
  for (const look of attack.made || []) look();
  getSelection().removeAllRanges();
  if (window.find) window.find('${CARD_WORDS}');
  const selection = getSelection();
  for (const node of [selection.anchorNode, selection.focusNode, ...(selection.rangeCount ? [selection.getRangeAt(0).startContainer, selection.getRangeAt(0).commonAncestorContainer] : [])]) if (node) keep('selection', node);
  document.execCommand('selectAll');
  for (let i = 0; i < getSelection().rangeCount; i++) keep('selectAll', getSelection().getRangeAt(i).endContainer);
  getSelection().removeAllRanges();
  keep('activeElement', document.activeElement);
  for (let x = 5; x < innerWidth; x += 40) for (let y = 5; y < innerHeight; y += 40) {
    for (const node of document.elementsFromPoint(x, y)) keep('elementsFromPoint', node);
    const caret = document.caretPositionFromPoint && document.caretPositionFromPoint(x, y);
    if (caret && caret.offsetNode) keep('caretPositionFromPoint', caret.offsetNode);
    const range = document.caretRangeFromPoint && document.caretRangeFromPoint(x, y);
    if (range) keep('caretRangeFromPoint', range.startContainer);
  }
  for (const animation of document.getAnimations()) if (animation.effect && animation.effect.target) keep('getAnimations', animation.effect.target);
  for (const element of document.querySelectorAll('*')) { if (element.shadowRoot) keep('shadowRoot', element.shadowRoot); if (element.openOrClosedShadowRoot) keep('openOrClosedShadowRoot', element.openOrClosedShadowRoot); }
  for (const type of ['layout-shift', 'largest-contentful-paint', 'event', 'element'])
    for (const entry of performance.getEntriesByType(type)) for (const node of [entry.element, entry.target, ...(entry.sources || []).map((one) => one.node)]) if (node) keep('performance ' + type, node);
  return { closed: attack.roots.size, ways: [...attack.ways] };
};`;

/** What somebody who holds the card's root could do to it. */
export const DEEDS: Record<string, string> = {
  'another word': `root.querySelector('h2 bdi').firstChild.data = 'Forged'`,
  'another child': `root.querySelector('h2').append('Forged')`,
  'another address': `root.querySelector('a[href]').href = 'https://forged.example/'`,
  'a hidden part': `root.querySelector('.card__body').hidden = true`,
  'another class': `root.querySelector('.card').className = 'forged'`,
  'a style of its own': `root.querySelector('h2').style.visibility = 'hidden'`,
  'a sheet added': `root.append(Object.assign(document.createElement('style'), { textContent: 'h2::after{content:"Forged"}' }))`,
  'a sheet adopted': `{ const sheet = new CSSStyleSheet(); sheet.replaceSync('h2::after{content:"Forged"}'); root.adoptedStyleSheets = [sheet]; }`,
  'our sheet rewritten': `root.querySelector('style').textContent = 'h2::after{content:"Forged"}'`,
};

const MISUSE = `
attack.misuse = (deed) => {
  const root = [...attack.roots].filter((one) => one.isConnected && one.querySelector('.card')).at(-1);
  if (!root) return false;
  const deeds = { press() { for (const button of root.querySelectorAll('button:not(.tool:last-child)')) button.click(); }, ${Object.entries(
    DEEDS,
  )
    .map(([name, code]) => `${JSON.stringify(name)}() { ${code}; }`)
    .join(', ')} };
  deeds[deed]();
  return true;
};`;

/** All text that a page can lay its hands on. */
const READ = `
window.attack = {
  find(word) { getSelection().removeAllRanges(); const found = Boolean(window.find && window.find(word, false, false, true)); getSelection().removeAllRanges(); return found; },
  everything() {
    document.execCommand('selectAll');
    const selected = String(getSelection());
    getSelection().removeAllRanges();
    const highlights = [...CSS.highlights].flatMap(([name, ranges]) => [name, ...[...ranges].map(String)]);
    return [document.documentElement.outerHTML, document.documentElement.innerText, selected, ...highlights].join('\\n');
  },
  knows(word) { return attack.find(word) || attack.everything().includes(word); },
};`;

const HIGHLIGHTS = `
window.attack = {
  names: () => [...CSS.highlights.keys()],
  texts: () => [...CSS.highlights.values()].flatMap((ranges) => [...ranges].map(String)),
  added: () => [...document.documentElement.children].map((one) => one.localName).filter((name) => name !== 'head' && name !== 'body'),
};`;

/** Fetches an address in every way that tells whether it is there. */
const FETCH = `
window.attack = { async reach(urls) {
  const there = [];
  await Promise.all(urls.map((url) => Promise.all([
    fetch(url).then(() => there.push('fetch ' + url), () => {}),
    /\\.(png|svg)$/.test(url) ? new Promise((done) => { const image = new Image(); image.onload = () => { there.push('image ' + url); done(); }; image.onerror = done; image.src = url; }) : null,
    /\\.html$/.test(url) ? new Promise((done) => { const frame = document.createElement('iframe'); frame.src = url; let tries = 0; frame.onload = () => { let open = true; try { open = frame.contentDocument === null && !/error|denied/.test(String(frame.contentWindow.name)); } catch {} frame.remove(); done(open); }; setTimeout(done, 300); document.body.append(frame); }) : null,
  ])));
  return [...new Set(there)];
} };`;

/** An element for each class of our style sheets, and what it looks like. */
const BAIT = `
window.attack = {
  bait(classes) { const box = document.createElement('div'); box.id = 'bait'; box.append(...classes.map((name) => { const one = document.createElement('span'); one.className = name; one.textContent = name; return one; })); document.body.append(box); },
  looks() {
    return JSON.stringify([document.documentElement, document.body, ...document.querySelectorAll('#bait, #bait *, #first')].map((element) => {
      const style = getComputedStyle(element);
      return [element.className, ...['color', 'background-color', 'font-size', 'font-family', 'display', 'margin', 'padding', 'border', 'position', 'text-decoration', 'width', 'height', 'z-index', 'opacity', 'outline', 'gap', 'letter-spacing'].map((name) => style.getPropertyValue(name)), style.length];
    }));
  },
};`;

/** Makes the card unseen, covers it, and lets real clicks through to it. */
const CLICKJACK = `
window.attack = {
  hide() { const style = document.createElement('style'); style.textContent = 'html,body{opacity:.01!important}div[popover]{opacity:0!important;visibility:hidden!important;transform:scale(9)!important;pointer-events:auto!important}'; document.head.append(style); },
  hosts: () => [...document.querySelectorAll('html > div[popover]')].map((one) => { const style = getComputedStyle(one); return [style.opacity, style.visibility, style.transform]; }),
  cover(through) { const cover = document.createElement('div'); cover.popover = 'manual'; cover.id = 'cover'; cover.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;background:white;pointer-events:' + (through ? 'none' : 'auto'); cover.textContent = 'Win a prize'; cover.addEventListener('click', () => { attack.taken = (attack.taken || 0) + 1; }); document.body.append(cover); cover.showPopover(); },
  uncover() { document.querySelector('#cover')?.remove(); },
  press() { let sent = 0; for (const host of document.querySelectorAll('div[popover]')) for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click']) { host.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: 600, clientY: 300 })); sent++; } return sent; },
};`;

/** Plays the mouse and the keys over the whole article. */
const PUPPET = `
window.attack = { async play(events) {
  const first = document.querySelector('#first');
  const range = document.createRange();
  range.selectNodeContents(first);
  const rects = [...range.getClientRects()];
  let sent = 0;
  while (sent < events) {
    for (const rect of rects) for (let x = rect.left; x < rect.right; x += 12)
      for (const type of ['pointerover', 'pointermove', 'mousemove', 'mouseover', 'pointerdown', 'pointerup', 'click']) {
        for (const target of [first, document, window])
          target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: rect.top + rect.height / 2, pointerType: sent % 2 ? 'mouse' : 'touch', detail: 1 }));
        sent += 3;
      }
    for (const key of ['N', 'P', 'S', 'L', 'Enter', 'Escape', 'Tab']) { document.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true })); sent++; }
    await new Promise((done) => setTimeout(done, 20));
  }
  // A card would come after half a second.
  await new Promise((done) => setTimeout(done, 800));
  return sent;
} };`;

/** Breaks what scripts rely on. */
const BROKEN = `
for (const name of ['map', 'filter', 'push', 'forEach', 'includes', 'join', 'flatMap']) Array.prototype[name] = () => { throw new Error('broken'); };
Map.prototype.get = Map.prototype.set = () => { throw new Error('broken'); };
Node.prototype.append = Element.prototype.append = () => { throw new Error('broken'); };
Element.prototype.attachShadow = () => { throw new Error('broken'); };
HTMLElement.prototype.showPopover = () => { throw new Error('broken'); };
window.MutationObserver = class { constructor() { throw new Error('broken'); } };
window.requestAnimationFrame = () => { throw new Error('broken'); };
document.createElement = () => { throw new Error('broken'); };
JSON.parse = JSON.stringify = () => { throw new Error('broken'); };`;

/** Nothing may be loaded, and no text may become markup. */
const STRICT_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Texts that are hard to read quickly for a pattern that goes back: a megabyte, of which every kind has its share. */
const HOSTILE_KINDS = [
  '1,',
  'million million ',
  '“',
  '(((',
  'more than about at least ',
  '1 to 2 to ',
  'é\u0301\u0302\u0303',
  'M. Mr. ',
  '26 countries countries ',
  'Volodymyr Volodymyr ',
  '5 September 5 September ',
  'a.b.c.',
];
const HOSTILE_CHARACTERS = 1_000_000;
const share = Math.ceil(HOSTILE_CHARACTERS / HOSTILE_KINDS.length);
const hostileText = HOSTILE_KINDS.map(
  (kind) => `<p>${kind.repeat(Math.ceil(share / kind.length)).slice(0, share)}</p>`,
).join('');

/** One a threat, by its number in the table. */
export const ATTACK_PAGES: Record<string, MadePage> = {
  '/s1': articleWith(script(IDENTITY)),
  '/s2': articleWith(script(KILL)),
  '/s3': articleWith(script(STEAL + MISUSE)),
  '/s4': articleWith(script(READ)),
  '/s5': articleWith(script(HIGHLIGHTS)),
  '/s6': articleWith(script(FETCH)),
  '/s7': articleWith(script(BAIT)),
  '/s10': articleWith(script(CLICKJACK)),
  '/s11': articleWith(script(PUPPET)),
  '/s13': articleWith(script(HIGHLIGHTS), `<p>${privateTerms()}</p>`),
  '/s14': articleWith('', hostileText),
  '/s18': articleWith(''),
  '/s20': articleWith(script(BROKEN)),
  '/s20-strict': { body: articleWith(''), headers: { 'content-security-policy': STRICT_POLICY } },
};

/** A thousand sentences with words that the private pack of the tests looks for. */
function privateTerms(): string {
  const words = ['Northland', 'Southland', 'the Line', 'ferries', 'islands'];
  return Array.from({ length: 1_000 }, (_, i) =>
    i % 20 === 0 ? `Between the islands ${i + 2} ferries are in service.` : `${words[i % words.length]}.`,
  ).join(' ');
}

/** Every class that the cards' and panel's style sheets name. */
export function ourClasses(): string[] {
  const sheet = (path: string) =>
    readFileSync(fileURLToPath(new URL(`../../components/${path}`, import.meta.url)), 'utf8');
  const css = ['card/card.css', 'parts/parts.css', 'parts/controls.css', 'scale/scale.css', 'panel/panel.css'].map(
    sheet,
  );
  return [...new Set(css.join('\n').match(/(?<=\.)[a-z][a-z_-]+(?=[\s.:,{>[)])/g) ?? [])];
}
