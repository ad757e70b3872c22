/** Runs the card's state machine on a page: the pointer, the clock, Escape and Tab. Real events only, never a page's own. */
import type { Anchor, CardHost, FillCard } from './card-host.ts';
import { type CardEvent, type CardState, type Effect, type ShownAs, step } from './card-state.ts';
import { lineAt, markAt, type Point } from './hit-test.ts';
import { keepFocus } from './keyboard.ts';
import type { Mark, MarkLayer } from './marks.ts';

export interface CardControl {
  /** Shows the card of a mark and keeps it open. The mark need not be among those drawn. */
  show(mark: Mark): void;
  close(): void;
  /** What the open card shows is to be drawn anew. */
  refresh(): void;
  /** The card's own button. */
  pin(pinned: boolean): void;
  readonly state: CardState;
}

export interface CardControlOptions {
  document: Document;
  layer: MarkLayer;
  host: CardHost;
  roots(): readonly ShadowRoot[];
  /** Null where a card can be drawn at once; else resolves to whether it can be then. */
  awaited(): Promise<boolean> | null;
  /** What a mark's card shows, or null where there is nothing any more. */
  fillFor(mark: Mark, as: ShownAs): FillCard | null;
  /** False once the extension is gone: then `onOrphaned` takes everything away. */
  alive(): boolean;
  onOrphaned(): void;
}

/** A live region speaks of what changes in it, once a screen reader has taken notice of it. */
const ANNOUNCE_MS = 150;

/** A tap's click comes with the type of its pointer; pens hover, so they count as mice. */
const isTouch = (event: Event): boolean => (event as PointerEvent).pointerType === 'touch';

/** Listens on the page until the signal is aborted. */
export function controlCard(options: CardControlOptions, signal: AbortSignal): CardControl {
  const { document, layer, host } = options;
  const window = document.defaultView!;
  let state: CardState = { name: 'hidden' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let point: Point = { x: -1, y: -1 };
  let lastMove: { point: Point; inCard: boolean } | null = null;
  const focus = keepFocus(
    {
      document,
      host,
      isOpen: () => host.isOpen,
      takesTab: () => state.name === 'pinned' || state.name === 'touch',
      onEscape: () => send({ type: 'escape' }),
    },
    signal,
  );

  function send(event: CardEvent): void {
    if (!options.alive()) {
      options.onOrphaned();
      return;
    }
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) run(effect);
  }

  function run(effect: Effect): void {
    if (effect.do === 'start') {
      clearTimeout(timer);
      timer = setTimeout(() => send({ type: 'timer', timer: effect.timer }), effect.ms);
    } else if (effect.do === 'stop') clearTimeout(timer);
    else if (effect.do === 'show') show(effect.mark, effect.as);
    else if (effect.do === 'update') host.update(effect.pinned);
    else if (effect.do === 'hide') hide();
  }

  function show(key: string, as: ShownAs): void {
    const awaited = options.awaited();
    if (awaited) {
      void awaited.then((canBe) => {
        const isWanted = state.name !== 'hidden' && state.name !== 'waiting' && state.mark === key;
        if (!isWanted || host.isOpen) return;
        if (canBe) show(key, as);
        else send({ type: 'gone' });
      });
      return;
    }
    const mark = layer.marks.find((candidate) => candidate.key === key) ?? summoned;
    const fill = mark?.key === key ? options.fillFor(mark, as) : null;
    if (!mark || !fill || !mark.range.startContainer.isConnected) {
      send({ type: 'gone' });
      return;
    }
    const anchor: Anchor = { range: mark.range, line: Math.max(0, lineAt(mark.range, point) ?? 0) };
    const hadFocus = host.focused() !== null;
    host.open(anchor, fill, as === 'touch');
    // Going on to the next mark from inside the card keeps the reader inside.
    if (hadFocus) focus.enter(true);
    else if (as !== 'hover') announce();
  }

  /**
   * Nobody without eyes would know that it is there: focus stays in the page. Drawn again, the card says what it shows; not once
   * focus went in, which tells of it too.
   */
  function announce(): void {
    const opened = host.element;
    setTimeout(() => {
      if (opened && host.element === opened && !host.focused()) host.update(state.name !== 'open');
    }, ANNOUNCE_MS);
  }

  /** A mark to be shown that is not among those drawn: the reader asked for it by command, with marks switched off. */
  let summoned: Mark | null = null;

  function hide(): void {
    focus.leave();
    host.close();
    summoned = null;
  }

  function look(): void {
    if (!lastMove || signal.aborted) return;
    const { inCard } = lastMove;
    point = lastMove.point;
    lastMove = null;
    const mark = inCard ? null : markAt(document, layer, options.roots(), point);
    if (mark) send({ type: 'over', mark: mark.key });
    else send(inCard || host.holds(point) ? { type: 'on-card' } : { type: 'off' });
  }

  /**
   * Something scrolled. A card waits on while its mark stays under the pointer (a ticker elsewhere on the page must not
   * stop it); what is scrolled under a resting pointer starts nothing.
   */
  function lookAgain(): void {
    if (state.name !== 'waiting' || signal.aborted) return;
    if (markAt(document, layer, options.roots(), point)?.key !== state.mark) send({ type: 'off' });
  }

  const passive = { signal, passive: true, capture: true };
  window.addEventListener(
    'pointermove',
    (event) => {
      // A pressed button means selecting or dragging; touches do not hover.
      if (!event.isTrusted || isTouch(event) || event.buttons !== 0) return;
      if (!lastMove) window.requestAnimationFrame(look);
      lastMove = {
        point: { x: event.clientX, y: event.clientY },
        inCard: host.element !== null && event.target === host.element,
      };
    },
    passive,
  );
  document.documentElement.addEventListener(
    'pointerleave',
    (event) => event.isTrusted && !isTouch(event) && send({ type: 'off' }),
    { signal, passive: true },
  );
  window.addEventListener('scroll', () => state.name === 'waiting' && window.requestAnimationFrame(lookAgain), passive);
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || state.name === 'hidden' || (host.element && event.target === host.element)) return;
      // Beside the page: the scroll bar.
      if (event.clientX >= document.documentElement.clientWidth && event.target === document.documentElement) return;
      if (!markAt(document, layer, options.roots(), { x: event.clientX, y: event.clientY }))
        send({ type: 'press-outside' });
    },
    passive,
  );
  window.addEventListener(
    'click',
    (event) => {
      // Only a plain click that nothing else is meant by: no link, no control, no selection made with it.
      if (
        !event.isTrusted ||
        event.button !== 0 ||
        event.detail === 0 ||
        event.target === host.element ||
        meansSomething(event)
      )
        return;
      point = { x: event.clientX, y: event.clientY };
      const mark = markAt(document, layer, options.roots(), point);
      if (mark) send({ type: isTouch(event) ? 'tap' : 'click', mark: mark.key });
    },
    passive,
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return {
    show: (mark) => {
      point = { x: -1, y: -1 };
      summoned = mark;
      send({ type: 'show', mark: mark.key });
    },
    close: () => send({ type: 'escape' }),
    refresh: () => host.isOpen && host.update(state.name !== 'open'),
    pin: (pinned) => send({ type: 'pin', pinned }),
    get state() {
      return state;
    },
  };
}

/** The click belongs to the page: a link, a button, a label, or the end of a selection. */
function meansSomething(event: Event): boolean {
  const selection = getSelection();
  if (selection && !selection.isCollapsed) return true;
  return event
    .composedPath()
    .some(
      (node) =>
        node instanceof Element &&
        node.matches('a[href], button, label, summary, input, [role="button"], [role="link"]'),
    );
}
