/**
 * The reader of one page: may I, gate, text, analysis, marks, cards; and again when the page changes. Everything it needs
 * of the extension comes in as functions, everything it leaves on the page goes with its signal.
 *
 * Late content: a new pass reads the whole page (in slices) and sends all of it, because what a figure means depends on
 * the text around it; a pass that finds the same text sends nothing. `changes.ts` rations the passes.
 */
import type { AnalyseAnswer, PageText, ReaderState } from '../extension/protocol.ts';
import type { Place } from '../language/types.ts';
import type { Report } from '../report.ts';
import { CardHost, drawnLines, type FilledCard } from './card-host.ts';
import type { ShownAs } from './card-state.ts';
import { type ChangeWatch, watchChanges } from './changes.ts';
import { watchColours } from './colours.ts';
import { onRestored } from './lifecycle.ts';
import { type MarkLevel, type MarkSubject, planMarks } from './mark-choice.ts';
import { locateMarks, type Mark, MarkLayer } from './marks.ts';
import { type NavigationWatch, watchNavigation } from './navigation.ts';
import { type CardControl, controlCard } from './pointer.ts';
import { analyseWhenReady, type PageGate, readPage } from './read-page.ts';
import { flash, scrollTo } from './scroll.ts';
import { sliceClock, wait } from './slices.ts';
import type { TextMap } from './textmap.ts';

/** What a card is to show. */
export interface CardView {
  subject: MarkSubject;
  report: Report;
  pinned: boolean;
  form: 'float' | 'sheet';
  close(): void;
  pin(pinned: boolean): void;
}

export interface ReaderDeps {
  /** False once the extension was updated or removed under us. */
  alive(): boolean;
  /** Whether the reader of the page wants us here, now. */
  mayRun(): Promise<boolean>;
  gate(): Promise<PageGate>;
  /** Throws where there is nobody to ask. */
  analyse(page: PageText): Promise<AnalyseAnswer>;
  /** Draws a card, or with another view the same card anew; null takes it away. At once. */
  renderCard(container: HTMLElement, view: CardView | null): void;
  /** The card's style sheet. */
  cardCss: string;
  marks: MarkLevel;
  onState(state: ReaderState): void;
}

export interface Reader {
  readonly state: ReaderState;
  /** Scrolls to a place and flashes it. False when the page no longer holds it. */
  show(place: Place): boolean;
  /** Opens the card of the next or previous mark. False where there is none. */
  step(direction: 1 | -1): boolean;
  setMarks(level: MarkLevel): void;
  rescan(): void;
  /** Takes everything away. */
  stop(): void;
}

/** After an address changed the new article takes a moment to arrive. */
const SETTLE_MS = 400;
/** A page off the topic is looked at so often when it changes, then left alone until it navigates. */
const OFF_TOPIC_LOOKS = 4;

/** What was read and what was said about it; a place of the report is only good with its own map. */
interface Edition {
  map: TextMap;
  text: string;
  report: Report;
}

/**
 * Starts on the current page; ends with the signal, or when the extension is gone. Call it once for a page
 * (`claimPage`), when somebody sees it (`whenSeen`).
 */
export function startReader(deps: ReaderDeps, signal: AbortSignal): Reader {
  const reader = new PageReader(deps);
  if (signal.aborted) reader.stop();
  else {
    signal.addEventListener('abort', () => reader.stop(), { once: true, signal: reader.ended });
    void reader.start();
  }
  return reader;
}

class PageReader implements Reader {
  readonly #deps: ReaderDeps;
  readonly #ending = new AbortController();
  #state: ReaderState = { state: 'scanning' };
  #level: MarkLevel;
  /** One generation of the page: ends when it navigates. */
  #page = new AbortController();
  #edition: Edition | null = null;
  #layer: MarkLayer | null = null;
  #control: CardControl | null = null;
  #changes: ChangeWatch | null = null;
  #navigation: NavigationWatch | null = null;
  /** Whether anybody was told of this page: a page off the topic is never heard of. */
  #announced = false;
  #pass = 0;
  #lastStep: string | null = null;

  constructor(deps: ReaderDeps) {
    this.#deps = deps;
    this.#level = deps.marks;
  }

  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  get state(): ReaderState {
    return this.#state;
  }

  async start(): Promise<void> {
    const { signal } = this.#ending;
    this.#navigation = watchNavigation(window, () => void this.#turnPage(SETTLE_MS), signal);
    onRestored(window, () => void this.#turnPage(0), signal);
    await this.#turnPage(0);
  }

  show(place: Place): boolean {
    const range = this.#edition?.map.rangeOf(place);
    if (!range) return false;
    scrollTo(range);
    void flash(this.#layerOf(), range, this.#page.signal);
    return true;
  }

  step(direction: 1 | -1): boolean {
    const marks = this.#stops();
    if (marks.length === 0) return false;
    const before = marks.findIndex((mark) => mark.key === this.#lastStep);
    const next = before >= 0 ? before + direction : firstInView(marks, direction);
    const mark = marks[(next + marks.length) % marks.length]!;
    this.#lastStep = mark.key;
    scrollTo(mark.range);
    this.#controlOf().show(mark);
    return true;
  }

  setMarks(level: MarkLevel): void {
    this.#level = level;
    this.#draw();
  }

  rescan(): void {
    void this.#turnPage(0);
  }

  stop(): void {
    this.#page.abort();
    this.#ending.abort();
    this.#edition = this.#layer = this.#control = this.#changes = null;
    this.#state = { state: 'off' };
  }

  /** A new generation: whatever belonged to the one before is given up. */
  async #turnPage(delay: number): Promise<void> {
    if (!this.#isAlive()) return;
    this.#page.abort();
    this.#page = new AbortController();
    const { signal } = this.#page;
    this.#changes = this.#layer = this.#control = null;
    this.#lastStep = null;
    const wasKnown = this.#edition !== null;
    this.#edition = null;
    if (wasKnown) this.#setState({ state: 'scanning' });
    await wait(delay, signal);
    if (signal.aborted) return;
    if (!(await this.#deps.mayRun())) {
      this.#setState({ state: 'off' });
      return;
    }
    await this.#read(signal);
    if (signal.aborted) return;
    const patience = (): number => (this.#edition ? Number.POSITIVE_INFINITY : OFF_TOPIC_LOOKS);
    const onAny = (): void => this.#navigation?.check();
    this.#changes = watchChanges({ document, rescan: () => this.#read(signal), onAny, patience }, signal);
    this.#changes.include(this.#roots());
  }

  /** One pass. True when there was new text on the topic. Never throws. */
  async #read(signal: AbortSignal): Promise<boolean> {
    const pass = ++this.#pass;
    const isStale = (): boolean => signal.aborted || pass !== this.#pass;
    if (!this.#isAlive()) return false;
    try {
      const reading = await readPage(document, await this.#deps.gate(), sliceClock(signal));
      if (isStale()) return false;
      if (reading.kind !== 'text') {
        this.#leave(
          reading.kind === 'off-topic'
            ? { state: 'off-topic' }
            : { state: 'unread-language', language: reading.language },
        );
        return false;
      }
      const { map, text, page } = reading;
      this.#changes?.include(map.roots);
      if (text === this.#edition?.text) {
        // The same words, perhaps in other nodes: frameworks draw their pages anew.
        this.#edition = { ...this.#edition, map };
        this.#draw();
        return false;
      }
      if (this.#edition === null) this.#setState({ state: 'scanning' });
      const answer = await analyseWhenReady(page, this.#deps.analyse, signal);
      if (isStale()) return false;
      if (answer.ok && answer.report.onTopic) this.#take({ map, text, report: answer.report }, page.title);
      else if (answer.ok) this.#leave({ state: 'off-topic' });
      else this.#fail(answer.reason);
      return answer.ok && answer.report.onTopic;
    } catch (error) {
      if (!isStale() && this.#isAlive())
        this.#leave({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }

  #take(edition: Edition, title: string): void {
    this.#edition = edition;
    this.#setState({ state: 'ready', report: edition.report, stale: false, title, host: location.hostname });
    this.#draw();
  }

  /** Nothing to show here (any more). */
  #leave(state: ReaderState): void {
    this.#control?.close();
    this.#layer?.clear();
    this.#edition = null;
    this.#setState(state);
  }

  /** What is known already stays, and is called stale. */
  #fail(reason: string): void {
    if (this.#state.state === 'ready') this.#setState({ ...this.#state, stale: true });
    else this.#leave({ state: 'failed', reason });
  }

  #draw(): void {
    const edition = this.#edition;
    if (!edition) return;
    const marks = locateMarks(planMarks(edition.report, this.#level), edition.map);
    if (marks.length === 0 && !this.#layer) return;
    this.#layerOf().draw(marks);
    if (marks.length > 0) this.#controlOf();
  }

  /** What the keyboard steps through: the marks, or what would be marked where the reader wants none on pages. */
  #stops(): Mark[] {
    const edition = this.#edition;
    if (!edition) return [];
    const level = this.#level === 'none' ? 'all' : this.#level;
    return locateMarks(planMarks(edition.report, level), edition.map).filter(
      (mark) => drawnLines(mark.range).length > 0,
    );
  }

  #layerOf(): MarkLayer {
    const { signal } = this.#page;
    if (!this.#layer) {
      const layer = new MarkLayer(document, signal);
      this.#layer = layer;
      watchColours(document, () => layer.redraw(), signal);
    }
    return this.#layer;
  }

  #controlOf(): CardControl {
    if (this.#control) return this.#control;
    const { signal } = this.#page;
    const host = new CardHost(document, { css: this.#deps.cardCss, onGone: () => this.#control?.close() }, signal);
    this.#control = controlCard(
      {
        document,
        layer: this.#layerOf(),
        host,
        roots: () => this.#roots(),
        fillFor: (mark, as) => (container) => this.#fill(container, mark, as),
        alive: this.#deps.alive,
        onOrphaned: () => this.stop(),
      },
      signal,
    );
    return this.#control;
  }

  #fill(container: HTMLElement, mark: Mark, as: ShownAs): FilledCard {
    const draw = (pinned: boolean): void => {
      const report = this.#edition?.report;
      if (!report) return;
      this.#deps.renderCard(container, {
        subject: mark.subject,
        report,
        pinned,
        form: as === 'touch' ? 'sheet' : 'float',
        close: () => this.#control?.close(),
        pin: (wanted) => this.#control?.pin(wanted),
      });
    };
    draw(as !== 'hover');
    return { update: draw, remove: () => this.#deps.renderCard(container, null) };
  }

  #roots(): readonly ShadowRoot[] {
    return this.#edition?.map.roots ?? [];
  }

  #setState(state: ReaderState): void {
    this.#state = state;
    const isNews = this.#announced || (state.state !== 'off-topic' && state.state !== 'off');
    if (!isNews || !this.#isAlive()) return;
    this.#announced = true;
    this.#deps.onState(state);
  }

  #isAlive(): boolean {
    if (this.#deps.alive()) return true;
    this.stop();
    return false;
  }
}

/** Where stepping begins: the first mark from the top of the window on, or the last before it. */
function firstInView(marks: readonly Mark[], direction: 1 | -1): number {
  const index = marks.findIndex((mark) => mark.range.getBoundingClientRect().bottom > 0);
  const first = index < 0 ? marks.length : index;
  return direction === 1 ? first : first - 1;
}
