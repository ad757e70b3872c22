/** What browser tests run inside a page: the modules under test, and a stand-in for everything behind the reader. */
import { type Dismissal, dismissedIn, figureOf, keyOf, nameOf } from '../../../utils/dismissals.ts';
import type { PageText, ReaderState } from '../../../utils/extension/protocol.ts';
import type { Block } from '../../../utils/language/types.ts';
import { claimPage } from '../../../utils/page/lifecycle.ts';
import type { MarkLevel } from '../../../utils/page/mark-choice.ts';
import { dateCandidates, declaredLanguage } from '../../../utils/page/page-facts.ts';
import type { CardView } from '../../../utils/page/page-view.ts';
import { type Reader, startReader } from '../../../utils/page/reader.ts';
import { sliceClock } from '../../../utils/page/slices.ts';
import { collect, mapText, type TextMap } from '../../../utils/page/textmap.ts';
import type { EntityInfo, Item, MentionItem, Report, Verdict } from '../../../utils/report.ts';

/** Phrases that the stand-in for the analysis knows, and what it says of them. */
const FIGURES: [RegExp, Verdict][] = [
  [/about 3[0-9] countries/gi, 'conflicts'],
  [/more than 30 (?:members|leaders)/gi, 'strained'],
  [/26 countries/gi, 'agrees'],
];
const NAMES: [RegExp, string][] = [
  [/Emmanuel Macron/g, 'emmanuel-macron'],
  [/Keir Starmer/g, 'keir-starmer'],
  [/Giorgia Meloni/g, 'giorgia-meloni'],
  [/Coalition of the Willing/gi, 'coalition-of-the-willing'],
];

/** The stand-in card: as large as a real one, with two things to press. */
export const CARD_CSS =
  '.card{width:344px;box-sizing:border-box;border:1px solid #888;background:#fff;overflow:auto;font:14px sans-serif}';

function analyse(page: PageText): Report {
  const items: Item[] = [];
  const mentions: MentionItem[] = [];
  const sections = new Set<string>();
  for (const block of page.blocks) {
    for (const [pattern, verdict] of FIGURES)
      for (const match of block.text.matchAll(pattern)) items.push(itemOf(block, match, verdict));
    for (const [pattern, entity] of NAMES)
      for (const match of block.text.matchAll(pattern)) {
        const key = `${entity} ${block.section}`;
        mentions.push({ ...placeOf(block, match), entity, surface: match[0], first: !sections.has(key) });
        sections.add(key);
      }
  }
  const entities = Object.fromEntries(NAMES.map(([, id]) => [id, entityOf(id)]));
  return {
    onTopic: true,
    page: { date: null, language: 'en' },
    mentions,
    items,
    entities,
    documents: {},
    related: [],
    packs: [],
  };
}

const placeOf = (block: Block, match: RegExpMatchArray) => ({
  block: block.id,
  start: match.index!,
  end: match.index! + match[0].length,
});

const itemOf = (block: Block, match: RegExpMatchArray, verdict: Verdict): Item => ({
  ...placeOf(block, match),
  id: `${block.id}.${match.index}`,
  kind: 'figure',
  surface: match[0],
  measure: 'm',
  label: 'M',
  scope: {},
  display: match[0],
  modality: 'reported',
  verdict,
  summary: '',
  reason: '',
  against: [],
});

const entityOf = (id: string): EntityInfo => ({ id, kind: 'person', name: id, stances: [], sources: 1, sourcesOf: 1 });

/** Everything that tests look at afterwards. */
const log = {
  states: [] as ReaderState['state'][],
  sent: [] as PageText[],
  /** `at`: by the page's clock. */
  cards: [] as { text: string; pinned: boolean; form: string; at: number }[],
  errors: [] as string[],
};
addEventListener('error', (event) => log.errors.push(String(event.message)));
addEventListener('unhandledrejection', (event) => log.errors.push(String(event.reason)));

/** The closed roots of our own cards: tests may look into them, pages may not. */
const roots: ShadowRoot[] = [];
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
  const root = attachShadow.call(this, init);
  if (init.mode === 'closed' && this.localName === 'div') roots.push(root);
  return root;
};

function renderCard(container: HTMLElement, view: CardView | null): void {
  if (!view) {
    container.replaceChildren();
    return;
  }
  const { subject } = view;
  const text = subject.kind === 'item' ? subject.item.surface : subject.mention.surface;
  log.cards.push({ text, pinned: view.pinned, form: view.form, at: performance.now() });
  const card = document.createElement('div');
  card.className = 'card';
  const title = document.createElement('h2');
  title.textContent = text;
  const pin = document.createElement('button');
  pin.textContent = view.pinned ? 'unpin' : 'pin';
  pin.addEventListener('click', () => view.pin(!view.pinned));
  const close = document.createElement('button');
  close.textContent = 'close';
  close.addEventListener('click', () => view.close());
  const dismiss = document.createElement('button');
  dismiss.textContent = view.dismissed ? 'undo' : 'dismiss';
  dismiss.addEventListener('click', () => view.dismiss(!view.dismissed));
  const filler = document.createElement('div');
  filler.style.height = '160px';
  card.append(title, pin, close, dismiss, filler);
  container.replaceChildren(card);
}

/** The extension behind the reader that was started last. */
let life = { alive: true };
let reader: Reader | null = null;
/** What is kept of the person reading. */
const dismissals = new Map<string, Dismissal>();
/** What the gate is made of. */
let topics = 'one pack';
let ending = new AbortController();
/** What cards are drawn with, where it comes late. */
const cards = { are: false, bring: () => {}, promise: Promise.resolve() };
cards.promise = new Promise((done) => {
  cards.bring = done;
});

const api = {
  log,
  /** Starts a reader with stand-ins; `delay` is how long the analysis takes. */
  /** `lateCards`: what cards are drawn with is on its way until `bringCards()`. */
  start(options: { level?: MarkLevel; delay?: number; reads?: boolean; lateCards?: boolean } = {}): boolean {
    const own = new AbortController();
    const ownLife = { alive: true };
    if (!claimPage({ alive: () => ownLife.alive, stop: () => own.abort() }, own.signal)) return false;
    life = ownLife;
    ending = own;
    reader = startReader(
      {
        alive: () => ownLife.alive,
        gate: async () => ({
          source: topics,
          mayPass: (text) => /coalition/i.test(text),
          passes: (text) => /coalition of the willing/i.test(text),
          reads: () => options.reads ?? true,
        }),
        analyse: async (page) => {
          log.sent.push(page);
          if (options.delay) await new Promise((done) => setTimeout(done, options.delay));
          return { ok: true, report: analyse(page), corpus: { state: 'ready' } };
        },
        bringCards: () => (options.lateCards ? cards.promise : Promise.resolve()),
        hasCards: () => !options.lateCards || cards.are,
        recall: async (report) => dismissedIn(report, dismissals),
        onDismiss: (subject, report, dismissed) => {
          const record = subject.kind === 'item' ? figureOf(subject.item) : nameOf(subject.mention, report);
          if (!record) return;
          if (dismissed) dismissals.set(keyOf(record), record);
          else dismissals.delete(keyOf(record));
          void reader?.recall();
        },
        renderCard,
        cardCss: () => CARD_CSS,
        marks: options.level ?? 'all',
        onState: (state) => log.states.push(state.state),
      },
      ending.signal,
    );
    return true;
  },
  get reader(): Reader | null {
    return reader;
  },
  /** As if a pack had been installed. */
  changeTopics(): void {
    topics = 'two packs';
  },
  bringCards(): void {
    cards.are = true;
    cards.bring();
  },
  die(): void {
    life.alive = false;
  },
  abort(): void {
    ending.abort();
  },
  async map(): Promise<TextMap> {
    const clock = sliceClock(new AbortController().signal);
    return mapText(await collect(document.body, clock), clock);
  },
  dates: () => dateCandidates(document),
  language: () => declaredLanguage(document),
  /** The card that is open: its place and buttons. */
  card() {
    const root = roots.findLast((candidate) => candidate.host.isConnected);
    const card = root?.querySelector<HTMLElement>('.card');
    const place = root?.querySelector<HTMLElement>('.place');
    if (!root || !card || !place) return null;
    const box = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    return {
      box: box(place),
      text: card.querySelector('h2')?.textContent ?? '',
      visible: place.style.visibility !== 'hidden',
      focused: root.activeElement?.textContent ?? null,
      buttons: [...card.querySelectorAll('button')].map((button) => ({
        name: button.textContent ?? '',
        ...box(button),
      })),
      parent: root.host.parentElement?.localName ?? '',
    };
  },
  /** Where words are drawn: the rectangles of their first occurrence in the text map. */
  async rects(words: string, occurrence = 0): Promise<{ left: number; top: number; right: number; bottom: number }[]> {
    const map = await api.map();
    let left = occurrence;
    for (const block of map.blocks) {
      const start = block.text.indexOf(words);
      if (start < 0 || left-- > 0) continue;
      const range = map.rangeOf({ block: block.id, start, end: start + words.length });
      return [...(range?.getClientRects() ?? [])].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    }
    return [];
  },
  highlights: () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
};

export type InPage = typeof api;
(globalThis as unknown as { second: InPage }).second = api;
