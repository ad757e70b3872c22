/** What the reader shows on one generation of a page: marks, cards, a flash where the panel points. */
import { type DismissedHere, isNameDismissed, withoutDismissed } from '../dismissals.ts';
import type { Place } from '../language/types.ts';
import type { Report } from '../report.ts';
import { CardHost, type FilledCard } from './card-host.ts';
import type { ShownAs } from './card-state.ts';
import { watchColours } from './colours.ts';
import { type MarkLevel, type MarkPlan, type MarkSubject, planMarks } from './mark-choice.ts';
import { locateMarks, type Mark, type MarkLayer } from './marks.ts';
import { type CardControl, controlCard } from './pointer.ts';
import { flash, scrollTo } from './scroll.ts';
import { idle } from './slices.ts';
import type { TextMap } from './textmap.ts';
import { drawnLines, isBehindModal } from './words-place.ts';

/** What a card is to show. */
export interface CardView {
  subject: MarkSubject;
  report: Report;
  pinned: boolean;
  /** The person reading said that it is no conflict, or not who is meant. */
  dismissed: boolean;
  form: 'float' | 'sheet';
  /** It did not come by hovering and is drawn for the second time: screen readers are told what it shows. */
  spoken: boolean;
  close(): void;
  pin(pinned: boolean): void;
  dismiss(dismissed: boolean): void;
}

export interface ViewDeps {
  /** False once the extension was updated or removed under us. */
  alive(): boolean;
  /** Brings what cards are drawn with; asked for once marks stand. Called again at every drawing; never rejects. */
  bringCards(): Promise<void>;
  /** Whether that is here: it takes a moment, on a busy machine a second, and fails where the extension is being replaced. */
  hasCards(): boolean;
  /** Draws a card, or with another view the same card anew; null takes it away. At once. */
  renderCard(container: HTMLElement, view: CardView | null): void;
  /** Comes back as another edition with other `dismissed`. */
  onDismiss(subject: MarkSubject, report: Report, dismissed: boolean): void;
  /** The card's style sheet; asked for when a card is opened. */
  cardCss(): string;
}

/** What was read and what was said about it; a place of the report is only good with its own map. */
export interface Edition {
  map: TextMap;
  /** All blocks, to tell whether anything changed. */
  text: string;
  report: Report;
  /** What of it shows no mark. */
  dismissed: DismissedHere;
}

/** Marks that are found and painted in one go: a few milliseconds where nothing of it ran before. */
const MARKS_AT_ONCE = 100;

/** Nothing is attached to the page before there is something to show; all of it goes with the signal. */
export class PageView {
  readonly #deps: ViewDeps;
  readonly #signal: AbortSignal;
  readonly #onOrphaned: () => void;
  readonly #makeLayer: () => MarkLayer;
  #edition: Edition | null = null;
  #layer: MarkLayer | null = null;
  /** Ends the drawing of many marks. */
  #drawing = new AbortController();
  #controlled: CardControl | null = null;
  #lastStep: Mark | null = null;

  /** `makeLayer` may give a layer that was used before; what is painted on it goes with the signal, its style sheets stay. */
  constructor(deps: ViewDeps, makeLayer: () => MarkLayer, onOrphaned: () => void, signal: AbortSignal) {
    this.#deps = deps;
    this.#makeLayer = makeLayer;
    this.#onOrphaned = onOrphaned;
    this.#signal = signal;
  }

  draw(edition: Edition, level: MarkLevel): void {
    this.#edition = edition;
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const plans = fromWindow(planMarks(shownOf(edition), level), edition.map);
    const marks = locateMarks(plans.slice(0, MARKS_AT_ONCE), edition.map);
    const more = plans.slice(MARKS_AT_ONCE);
    if (marks.length + more.length === 0 && !this.#layer) return;
    this.#layerOf().draw(marks);
    if (marks.length + more.length > 0) {
      void this.#deps.bringCards();
      this.#controlOf();
    }
    this.#controlled?.refresh();
    void this.#drawMore(more, edition.map, this.#drawing.signal);
  }

  /** The rest of many marks, some at a time. */
  async #drawMore(plans: readonly MarkPlan[], map: TextMap, signal: AbortSignal): Promise<void> {
    for (let at = 0; at < plans.length; at += MARKS_AT_ONCE) {
      await idle(signal);
      if (signal.aborted || this.#signal.aborted) return;
      this.#layerOf().add(locateMarks(plans.slice(at, at + MARKS_AT_ONCE), map));
    }
  }

  clear(): void {
    this.#drawing.abort();
    this.#controlled?.close();
    this.#layer?.clear();
    this.#edition = null;
  }

  /** Scrolls to a place and flashes it. False when the page no longer holds it. */
  show(place: Place): boolean {
    const range = this.#edition?.map.rangeOf(place);
    if (!range) return false;
    scrollTo(range);
    void flash(this.#layerOf(), range, this.#signal);
    return true;
  }

  /**
   * Opens the card of the next or previous mark: from the one before, else from what is in view. With marks switched off,
   * of what would be marked.
   */
  step(direction: 1 | -1, level: MarkLevel): boolean {
    const edition = this.#edition;
    if (!edition) return false;
    const plans = planMarks(shownOf(edition), level === 'none' ? 'all' : level);
    const marks = locateMarks(plans, edition.map).filter(
      (mark) => drawnLines(mark.range).length > 0 && !isBehindModal(mark.range),
    );
    if (marks.length === 0) return false;
    const next = this.#lastStep ? beside(marks, this.#lastStep, direction) : firstInView(marks, direction);
    const mark = marks[(next + marks.length) % marks.length]!;
    this.#lastStep = mark;
    scrollTo(mark.range);
    this.#controlOf().show(mark);
    return true;
  }

  #layerOf(): MarkLayer {
    if (!this.#layer) {
      const layer = this.#makeLayer();
      this.#layer = layer;
      this.#signal.addEventListener('abort', () => layer.wipe(), { once: true });
      watchColours(document, () => layer.redraw(), this.#signal);
    }
    return this.#layer;
  }

  /** Null once the cards can be drawn. A mark that is hovered, tapped or stepped to before that has its card as soon as they can. */
  #awaited(): Promise<boolean> | null {
    if (this.#deps.hasCards()) return null;
    return this.#deps.bringCards().then(() => this.#deps.hasCards() && !this.#signal.aborted);
  }

  #controlOf(): CardControl {
    if (this.#controlled) return this.#controlled;
    const host = new CardHost(
      document,
      { css: this.#deps.cardCss, onGone: () => this.#controlled?.close() },
      this.#signal,
    );
    this.#controlled = controlCard(
      {
        document,
        layer: this.#layerOf(),
        host,
        roots: () => this.#edition?.map.roots ?? [],
        awaited: () => this.#awaited(),
        fillFor: (mark, as) => (container) => this.#fill(container, mark, as),
        alive: this.#deps.alive,
        onOrphaned: this.#onOrphaned,
      },
      this.#signal,
    );
    return this.#controlled;
  }

  #fill(container: HTMLElement, mark: Mark, as: ShownAs): FilledCard {
    const draw = (pinned: boolean, spoken = as !== 'hover'): void => {
      if (!this.#edition) return;
      const { report, dismissed } = this.#edition;
      const { subject } = mark;
      this.#deps.renderCard(container, {
        subject,
        report,
        pinned,
        dismissed:
          subject.kind === 'item'
            ? dismissed.items.includes(subject.item.id)
            : isNameDismissed(subject.mention, dismissed),
        form: as === 'touch' ? 'sheet' : 'float',
        spoken,
        close: () => this.#controlled?.close(),
        pin: (wanted) => this.#controlled?.pin(wanted),
        dismiss: (wanted) => this.#deps.onDismiss(subject, report, wanted),
      });
    };
    draw(as !== 'hover', false);
    return { update: (pinned) => draw(pinned), remove: () => this.#deps.renderCard(container, null) };
  }
}

const shownOf = ({ report, dismissed }: Edition): Report => withoutDismissed(report, dismissed);

/** Where there are many, those in the window and after come first, then those before. Their order is nearly that of the page's height. */
function fromWindow(plans: MarkPlan[], map: TextMap): MarkPlan[] {
  if (plans.length <= MARKS_AT_ONCE) return plans;
  let low = 0;
  let high = plans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isAbove = (map.rangeOf(plans[middle]!.place)?.getBoundingClientRect().bottom ?? 0) < 0;
    if (isAbove) low = middle + 1;
    else high = middle;
  }
  return [...plans.slice(low), ...plans.slice(0, low)];
}

/** Where stepping begins: the first mark from the top of the window on, or the last before it. */
function firstInView(marks: readonly Mark[], direction: 1 | -1): number {
  const index = marks.findIndex((mark) => mark.range.getBoundingClientRect().bottom > 0);
  const first = index < 0 ? marks.length : index;
  return direction === 1 ? first : first - 1;
}

/** The mark after or before another, which may have lost its place among them meanwhile. */
function beside(marks: readonly Mark[], last: Mark, direction: 1 | -1): number {
  const at = marks.findIndex((mark) => mark.key === last.key);
  if (at >= 0) return at + direction;
  const after = marks.findIndex((mark) => isAfter(placeOf(mark), placeOf(last)));
  const next = after < 0 ? marks.length : after;
  return direction === 1 ? next : next - 1;
}

const placeOf = ({ subject }: Mark): Place => (subject.kind === 'item' ? subject.item : subject.mention);

const isAfter = (a: Place, b: Place): boolean => a.block > b.block || (a.block === b.block && a.start > b.start);
