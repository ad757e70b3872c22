/**
 * The reader of one page: may I, gate, text, analysis, marks, cards; and again when the page changes. Everything it needs
 * of the extension comes in as functions, everything it leaves on the page goes with its signal.
 *
 * Late content: a new pass reads the whole page (in slices) and sends all of it, because what a figure means depends on
 * the text around it; a pass that finds the same text sends nothing. `changes.ts` rations the passes.
 */
import type { DismissedHere } from '../dismissals.ts';
import type { AnalyseAnswer, PageText, ReaderState } from '../extension/protocol.ts';
import type { Place } from '../language/types.ts';
import type { Report } from '../report.ts';
import { type ChangeWatch, watchChanges } from './changes.ts';
import type { MarkLevel } from './mark-choice.ts';
import { MarkLayer } from './marks.ts';
import { type NavigationWatch, watchNavigation } from './navigation.ts';
import { type Edition, PageView, type ViewDeps } from './page-view.ts';
import { analyseWhenReady, type PageGate, readPage } from './read-page.ts';
import { sliceClock, wait } from './slices.ts';

export interface ReaderDeps extends ViewDeps {
  gate(): Promise<PageGate>;
  /** Throws where there is nobody to ask. */
  analyse(page: PageText): Promise<AnalyseAnswer>;
  /** What of a report the person reading dismissed. Never rejects. */
  recall(report: Report): Promise<DismissedHere>;
  marks: MarkLevel;
  /** Not called for pages off the topic: nobody hears of them. */
  onState(state: ReaderState): void;
}

export interface Reader {
  readonly state: ReaderState;
  /** Scrolls to a place and flashes it. False when the page no longer holds it. */
  show(place: Place): boolean;
  /** Opens the card of the next or previous mark. False where there is none. */
  step(direction: 1 | -1): boolean;
  setMarks(level: MarkLevel): void;
  /** Something was dismissed, or is so no longer: asks again what of this page's report is. */
  recall(): Promise<void>;
  /** Reads the page from the start, as if it had just been opened. */
  rescan(): void;
  /**
   * The page came out of the back/forward cache as it was left: it is not read again, but the button has forgotten its
   * number. Where it was left before it was read, or the topics changed meanwhile, it is read from the start.
   */
  resume(): Promise<void>;
  /** Takes everything away. */
  stop(): void;
}

/** After an address changed the new article takes a moment to arrive. */
const SETTLE_MS = 400;
/** A page off the topic is looked at so often when it changes, then left alone until it navigates. */
const OFF_TOPIC_LOOKS = 4;

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
  #view: PageView | null = null;
  /** Outlives the generations of the page, for the sake of its style sheets. */
  #layer: MarkLayer | null = null;
  #inStorm = false;
  #edition: Edition | null = null;
  #changes: ChangeWatch | null = null;
  #navigation: NavigationWatch | null = null;
  /** What the last pass looked for. */
  #gate: PageGate | null = null;
  /** Whether anybody was told of this page. */
  #announced = false;
  #pass = 0;
  #recalls = 0;

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
    await this.#turnPage(0);
  }

  show(place: Place): boolean {
    return this.#view?.show(place) ?? false;
  }

  step(direction: 1 | -1): boolean {
    return this.#view?.step(direction, this.#level) ?? false;
  }

  setMarks(level: MarkLevel): void {
    this.#level = level;
    if (this.#edition) this.#view?.draw(this.#edition, level);
  }

  async recall(): Promise<void> {
    const report = this.#edition?.report;
    if (!report) return;
    const mine = ++this.#recalls;
    const dismissed = await this.#deps.recall(report);
    if (mine !== this.#recalls || this.#edition?.report !== report || this.#state.state !== 'ready') return;
    this.#take({ ...this.#edition, dismissed });
    this.#setState({ ...this.#state, dismissed });
  }

  rescan(): void {
    void this.#turnPage(0);
  }

  async resume(): Promise<void> {
    const { signal } = this.#page;
    const gate = await this.#deps.gate();
    if (signal.aborted) return;
    const isSame = JSON.stringify(gate.source) === JSON.stringify(this.#gate?.source);
    if (isSame && this.#state.state === 'ready') await this.recall();
    else if (isSame && this.#state.state === 'unread-language') this.#setState(this.#state);
    else await this.#turnPage(0);
  }

  stop(): void {
    this.#page.abort();
    this.#ending.abort();
    this.#edition = this.#view = this.#changes = null;
    this.#state = { state: 'off' };
  }

  /** A new generation: whatever belonged to the one before is given up. */
  async #turnPage(delay: number): Promise<void> {
    if (!this.#isAlive()) return;
    this.#page.abort();
    this.#page = new AbortController();
    const { signal } = this.#page;
    this.#changes = this.#view = null;
    this.#inStorm = false;
    this.#layer?.onlyNear(false);
    const wasKnown = this.#edition !== null;
    this.#edition = null;
    if (wasKnown) this.#setState({ state: 'scanning' });
    if (delay > 0) await wait(delay, signal);
    if (signal.aborted) return;
    this.#view = new PageView(
      this.#deps,
      () => this.#layerOf(),
      () => this.stop(),
      signal,
    );
    this.#changes = watchChanges(
      {
        document,
        first: this.#read(signal),
        rescan: () => this.#read(signal),
        onAny: () => this.#navigation?.check(),
        patience: () => (this.#edition ? Number.POSITIVE_INFINITY : OFF_TOPIC_LOOKS),
        onStorm: (blows) => {
          this.#inStorm = blows;
          this.#layer?.onlyNear(blows);
        },
        mayUncover: () => this.#edition?.map.hides === true,
      },
      signal,
    );
  }

  /** One pass. True when there was new text on the topic. Never throws. */
  async #read(signal: AbortSignal): Promise<boolean> {
    const pass = ++this.#pass;
    const isStale = (): boolean => signal.aborted || pass !== this.#pass;
    if (!this.#isAlive()) return false;
    try {
      this.#gate = await this.#deps.gate();
      const reading = await readPage(document, this.#gate, sliceClock(signal));
      if (isStale()) return false;
      this.#changes?.include(reading.roots);
      if (reading.kind === 'off-topic') return this.#leave({ state: 'off-topic' });
      if (reading.kind === 'unread-language')
        return this.#leave({ state: 'unread-language', language: reading.language });
      const { map, text, page } = reading;
      if (text === this.#edition?.text) {
        // The same words, perhaps in other nodes: frameworks draw their pages anew.
        this.#take({ ...this.#edition, map });
        return false;
      }
      if (this.#edition === null) this.#setState({ state: 'scanning' });
      const answer = await analyseWhenReady(page, this.#deps.analyse, signal);
      if (isStale()) return false;
      if (!answer.ok) return this.#fail(answer.reason);
      const { report } = answer;
      if (!report.onTopic) return this.#leave({ state: 'off-topic' });
      const dismissed = await this.#deps.recall(report);
      if (isStale()) return false;
      this.#take({ map, text, report, dismissed });
      this.#setState({ state: 'ready', report, dismissed, stale: false, title: page.title, host: location.hostname });
      return true;
    } catch (error) {
      if (isStale() || !this.#isAlive()) return false;
      return this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #take(edition: Edition): void {
    this.#edition = edition;
    this.#view?.draw(edition, this.#level);
  }

  /** Nothing to show here (any more). */
  #leave(state: ReaderState): false {
    this.#view?.clear();
    this.#layer?.clear();
    this.#edition = null;
    this.#setState(state);
    return false;
  }

  /** What is known already stays, and is called stale. */
  #fail(reason: string): false {
    if (this.#state.state !== 'ready') return this.#leave({ state: 'failed', reason });
    this.#setState({ ...this.#state, stale: true });
    return false;
  }

  #layerOf(): MarkLayer {
    if (!this.#layer) {
      this.#layer = new MarkLayer(this.#ending.signal);
      this.#layer.onlyNear(this.#inStorm);
    }
    return this.#layer;
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
