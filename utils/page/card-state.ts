/**
 * The card's life as a state machine. Pure: what happens comes in, the next state and what to do go out; `pointer.ts`
 * owns the clock and the page.
 *
 *             over                150 + 350 ms             off          300 ms
 *   hidden ─────────► waiting ───────────────────► open ◄──────► open, leaving ────► hidden
 *     ▲  ▲               │ off, press                │ its pin, click on the mark
 *     │  └───────────────┘                           ▼
 *     └──────────────────────────────────────────  pinned     (also from hidden: click on a mark, command)
 *            Escape, press outside, mark gone        touch     (tap on a mark: a sheet)
 *
 * Delays are those of Wikipedia's Page Previews, which readers hardly ever switch off.
 */

/** A pointer that only crosses a mark does not cause anything. */
export const PREPARE_MS = 150;
/** In total from coming to rest to the card, also when it could be shown at once: the same delay every time. */
export const SHOW_MS = 500;
/** Time to come back, or to reach the card. */
export const LEAVE_MS = 300;

export type ShownAs = 'hover' | 'pinned' | 'touch';

export type CardState =
  | { name: 'hidden' }
  /** The pointer rests on a mark. */
  | { name: 'waiting'; mark: string }
  /** Shown by hovering; `leaving` while the grace runs; `next` is another mark that the pointer rests on meanwhile. */
  | { name: 'open'; mark: string; leaving: boolean; next: string | null }
  /** Stays until it is closed. */
  | { name: 'pinned'; mark: string }
  /** A sheet, after a tap. */
  | { name: 'touch'; mark: string };

export type CardEvent =
  | { type: 'over'; mark: string }
  /** The pointer is on nothing of ours. */
  | { type: 'off' }
  /** The pointer is on the card, or on its way there. */
  | { type: 'on-card' }
  | { type: 'click'; mark: string }
  | { type: 'tap'; mark: string }
  /** The card's own button: stay, or close by itself again. */
  | { type: 'pin'; pinned: boolean }
  | { type: 'press-outside' }
  /** By command: from the keyboard or the panel. */
  | { type: 'show'; mark: string }
  | { type: 'escape' }
  /** The mark, or the page under it, is no longer there. */
  | { type: 'gone' }
  | { type: 'timer'; timer: Timer };

export type Timer = 'prepare' | 'show' | 'leave' | 'switch';

export type Effect =
  /** One timer at a time: starting one ends the one before. */
  | { do: 'start'; timer: Timer; ms: number }
  | { do: 'stop' }
  /** Get ready what showing needs; nothing may be visible. */
  | { do: 'prepare'; mark: string }
  | { do: 'show'; mark: string; as: ShownAs }
  /** The card that is open is pinned now, or is no longer. */
  | { do: 'update'; pinned: boolean }
  | { do: 'hide' };

export type Step = [CardState, Effect[]];

const HIDDEN: CardState = { name: 'hidden' };
const STOP: Effect = { do: 'stop' };
const HIDE: Effect = { do: 'hide' };

/** The next state. Events that mean nothing in a state leave it as it is. */
export function step(state: CardState, event: CardEvent): Step {
  switch (event.type) {
    case 'click':
    case 'show':
      return pin(event.mark);
    case 'tap':
      return [{ name: 'touch', mark: event.mark }, [STOP, { do: 'show', mark: event.mark, as: 'touch' }]];
    case 'escape':
    case 'gone':
    case 'press-outside':
      return state.name === 'hidden' ? [state, []] : [HIDDEN, state.name === 'waiting' ? [STOP] : [STOP, HIDE]];
    case 'pin':
      return keep(state, event.pinned);
    case 'timer':
      return afterTimer(state, event.timer);
    default:
      return afterMove(state, event);
  }
}

function pin(mark: string): Step {
  return [{ name: 'pinned', mark }, [STOP, { do: 'show', mark, as: 'pinned' }]];
}

function keep(state: CardState, pinned: boolean): Step {
  if (state.name === 'open' && pinned) return [{ name: 'pinned', mark: state.mark }, [STOP, { do: 'update', pinned }]];
  if (state.name === 'pinned' && !pinned)
    return [{ name: 'open', mark: state.mark, leaving: false, next: null }, [{ do: 'update', pinned }]];
  return [state, []];
}

function afterMove(state: CardState, event: Extract<CardEvent, { type: 'over' | 'off' | 'on-card' }>): Step {
  if (state.name === 'hidden') return event.type === 'over' ? startWaiting(event.mark) : [state, []];
  if (state.name === 'waiting') {
    if (event.type === 'over') return event.mark === state.mark ? [state, []] : startWaiting(event.mark);
    return [HIDDEN, [STOP]];
  }
  if (state.name !== 'open') return [state, []];
  const stay: CardState = { name: 'open', mark: state.mark, leaving: false, next: null };
  if (event.type === 'on-card' || (event.type === 'over' && event.mark === state.mark))
    return state.leaving || state.next ? [stay, [STOP]] : [state, []];
  if (event.type === 'off')
    return state.leaving ? [state, []] : [{ ...stay, leaving: true }, [{ do: 'start', timer: 'leave', ms: LEAVE_MS }]];
  // Another mark may lie on the way to the card: it takes over only when the pointer rests there.
  return state.next === event.mark
    ? [state, []]
    : [{ ...stay, next: event.mark }, [{ do: 'start', timer: 'switch', ms: LEAVE_MS }]];
}

function startWaiting(mark: string): Step {
  return [{ name: 'waiting', mark }, [{ do: 'start', timer: 'prepare', ms: PREPARE_MS }]];
}

function afterTimer(state: CardState, timer: Timer): Step {
  if (state.name === 'waiting' && timer === 'prepare')
    return [
      state,
      [
        { do: 'prepare', mark: state.mark },
        { do: 'start', timer: 'show', ms: SHOW_MS - PREPARE_MS },
      ],
    ];
  if (state.name === 'waiting' && timer === 'show')
    return [
      { name: 'open', mark: state.mark, leaving: false, next: null },
      [{ do: 'show', mark: state.mark, as: 'hover' }],
    ];
  if (state.name === 'open' && timer === 'leave' && state.leaving) return [HIDDEN, [HIDE]];
  if (state.name === 'open' && timer === 'switch' && state.next)
    return [
      { name: 'open', mark: state.next, leaving: false, next: null },
      [{ do: 'show', mark: state.next, as: 'hover' }],
    ];
  return [state, []];
}
