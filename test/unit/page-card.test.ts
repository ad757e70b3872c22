import { describe, expect, it } from 'vitest';
import {
  type CardEvent,
  type CardState,
  type Effect,
  LEAVE_MS,
  PREPARE_MS,
  SHOW_MS,
  step,
} from '../../utils/page/card-state.ts';
import { inBridge, placeCard, placeSheet, type Rect } from '../../utils/page/placement.ts';
import { fc } from '../tools/fuzz.ts';

const over = (mark: string): CardEvent => ({ type: 'over', mark });
const timer = (name: 'prepare' | 'show' | 'leave' | 'switch'): CardEvent => ({ type: 'timer', timer: name });
const off: CardEvent = { type: 'off' };
const onCard: CardEvent = { type: 'on-card' };

/** All states and effects of a story. */
function play(...events: CardEvent[]): { state: CardState; effects: Effect[] } {
  let state: CardState = { name: 'hidden' };
  const effects: Effect[] = [];
  for (const event of events) {
    const [next, done] = step(state, event);
    state = next;
    effects.push(...done);
  }
  return { state, effects };
}

const hovered = [over('a'), timer('prepare'), timer('show')];

describe('the card’s states', () => {
  it.each<[string, CardEvent[], CardState]>([
    ['rest on a mark', [over('a')], { name: 'waiting', mark: 'a' }],
    ['rest long enough', hovered, { name: 'open', mark: 'a', leaving: false, next: null }],
    ['pass over a mark', [over('a'), off], { name: 'hidden' }],
    ['pass from one mark to another', [over('a'), timer('prepare'), over('b')], { name: 'waiting', mark: 'b' }],
    ['leave the card', [...hovered, off], { name: 'open', mark: 'a', leaving: true, next: null }],
    ['leave it for good', [...hovered, off, timer('leave')], { name: 'hidden' }],
    ['come back in time', [...hovered, off, onCard], { name: 'open', mark: 'a', leaving: false, next: null }],
    ['come back to the words', [...hovered, off, over('a')], { name: 'open', mark: 'a', leaving: false, next: null }],
    [
      'a late timer after coming back',
      [...hovered, off, onCard, timer('leave')],
      { name: 'open', mark: 'a', leaving: false, next: null },
    ],
    [
      'cross another mark on the way',
      [...hovered, over('b'), onCard],
      { name: 'open', mark: 'a', leaving: false, next: null },
    ],
    [
      'rest on another mark',
      [...hovered, over('b'), timer('switch')],
      { name: 'open', mark: 'b', leaving: false, next: null },
    ],
    ['press its pin', [...hovered, { type: 'pin', pinned: true }], { name: 'pinned', mark: 'a' }],
    [
      'press it again',
      [...hovered, { type: 'pin', pinned: true }, { type: 'pin', pinned: false }],
      { name: 'open', mark: 'a', leaving: false, next: null },
    ],
    ['leave a pinned card', [{ type: 'click', mark: 'a' }, off, timer('leave')], { name: 'pinned', mark: 'a' }],
    [
      'pass marks while one is pinned',
      [{ type: 'show', mark: 'a' }, over('b'), timer('show')],
      { name: 'pinned', mark: 'a' },
    ],
    ['Escape', [{ type: 'show', mark: 'a' }, { type: 'escape' }], { name: 'hidden' }],
    ['Escape while waiting', [over('a'), { type: 'escape' }, timer('show')], { name: 'hidden' }],
    ['press beside it', [...hovered, { type: 'press-outside' }], { name: 'hidden' }],
    ['its words are gone', [{ type: 'tap', mark: 'a' }, { type: 'gone' }], { name: 'hidden' }],
    ['tap', [{ type: 'tap', mark: 'a' }], { name: 'touch', mark: 'a' }],
    ['timers of another life', [timer('show'), timer('leave'), timer('switch')], { name: 'hidden' }],
  ])('%s', (_, events, state) => {
    expect(play(...events).state).toEqual(state);
  });

  it('shows nothing before half a second, and nothing at all for a pointer that passes', () => {
    expect(play(over('a')).effects).toEqual([{ do: 'start', timer: 'prepare', ms: PREPARE_MS }]);
    expect(play(over('a'), timer('prepare')).effects.slice(1)).toEqual([
      { do: 'prepare', mark: 'a' },
      { do: 'start', timer: 'show', ms: SHOW_MS - PREPARE_MS },
    ]);
    expect(play(...hovered, off).effects.at(-1)).toEqual({ do: 'start', timer: 'leave', ms: LEAVE_MS });
    expect(play(over('a'), off).effects.some((effect) => effect.do === 'show' || effect.do === 'hide')).toBe(false);
  });

  it('hides what it shows, whatever happens', () => {
    const event = fc.oneof(
      fc.constantFrom<CardEvent>(off, onCard, { type: 'escape' }, { type: 'gone' }, { type: 'press-outside' }),
      fc
        .constantFrom('a', 'b')
        .chain((mark) =>
          fc.constantFrom<CardEvent>(
            over(mark),
            { type: 'click', mark },
            { type: 'tap', mark },
            { type: 'show', mark },
          ),
        ),
      fc.constantFrom('prepare' as const, 'show' as const, 'leave' as const, 'switch' as const).map(timer),
      fc.boolean().map((pinned): CardEvent => ({ type: 'pin', pinned })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const { state, effects } = play(...events);
        const last = effects.findLast((effect) => effect.do === 'show' || effect.do === 'hide');
        const shown = last?.do === 'show' ? last.mark : null;
        expect(shown).toBe(state.name === 'hidden' || state.name === 'waiting' ? null : state.mark);
      }),
    );
  });
});

const rect = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const view = rect(0, 0, 1000, 800);
const wanted = { width: 344, height: 260 };

describe('the card’s place', () => {
  it.each<[string, Rect[], number, 'below' | 'above']>([
    ['in the upper half', [rect(100, 100, 80, 20)], 0, 'below'],
    ['at the lower edge', [rect(100, 760, 80, 20)], 0, 'above'],
    ['in the middle, with room for all of it below', [rect(100, 500, 80, 20)], 0, 'below'],
    ['words over two lines', [rect(900, 100, 80, 20), rect(10, 125, 60, 20)], 0, 'below'],
  ])('%s', (_, lines, hovered, side) => {
    const at = placeCard({ lines, hovered, view, wanted });
    expect(at.side).toBe(side);
    for (const line of lines)
      expect(at.top >= line.bottom || at.top + Math.min(wanted.height, at.maxHeight) <= line.top).toBe(true);
  });

  it('goes by the hovered line from side to side, and begins at the right in texts that do', () => {
    const lines = [rect(700, 100, 80, 20), rect(10, 125, 60, 20)];
    expect(placeCard({ lines, hovered: 1, view, wanted }).left).toBe(10);
    expect(placeCard({ lines, hovered: 0, view, wanted }).left).toBe(1000 - 8 - 344);
    expect(placeCard({ lines: [rect(600, 100, 80, 20)], hovered: 0, view, wanted, rtl: true }).left).toBe(680 - 344);
  });

  it('stays in the window and off the words, wherever they are and however small the window', () => {
    const size = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 200, max: 1600 }),
          height: fc.integer({ min: 200, max: 1200 }),
          x: fc.double({ min: 0, max: 1, noNaN: true }),
          y: fc.double({ min: 0, max: 1, noNaN: true }),
          card: fc.record({ width: size, height: fc.integer({ min: 20, max: 900 }) }),
        }),
        ({ width, height, x, y, card }) => {
          const window = rect(0, 0, width, height);
          const line = rect(x * (width - 50), y * (height - 20), 50, 20);
          const at = placeCard({ lines: [line], hovered: 0, view: window, wanted: card });
          const bottom = at.top + Math.min(card.height, at.maxHeight);
          expect(at.left).toBeGreaterThanOrEqual(0);
          expect(at.left + at.width).toBeLessThanOrEqual(width);
          expect(at.top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(height);
          expect(at.top >= line.bottom || bottom <= line.top).toBe(true);
        },
      ),
    );
  });

  it('puts a sheet where the words are not', () => {
    const phone = rect(0, 0, 390, 700);
    expect(placeSheet({ lines: [rect(20, 100, 90, 20)], hovered: 0, view: phone, wanted })).toMatchObject({
      top: 440,
      left: 0,
      width: 390,
    });
    expect(placeSheet({ lines: [rect(20, 640, 90, 20)], hovered: 0, view: phone, wanted })).toMatchObject({
      top: 0,
      side: 'above',
    });
  });

  it('knows the way from the words to the card', () => {
    const line = rect(100, 100, 80, 20);
    const below = rect(100, 126, 344, 260);
    expect(inBridge({ x: 300, y: 123 }, line, below)).toBe(true);
    expect(inBridge({ x: 500, y: 123 }, line, below)).toBe(false);
    expect(inBridge({ x: 150, y: 60 }, line, below)).toBe(false);
    expect(inBridge({ x: 150, y: 97 }, line, rect(100, 0, 344, 94))).toBe(true);
  });
});
