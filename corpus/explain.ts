/** Why each item got its measure and verdict, for pack authors: `npm run -s analyze -- --explain`. Nothing of it is on a page. */
import { findEvent } from '../utils/language/events.ts';
import type { EventReference, Place, Reading } from '../utils/language/types.ts';
import type { Item } from '../utils/report.ts';
import type { PageFigure } from './analyse-context.ts';
import type { Engine } from './engine.ts';
import type { PageReading } from './read-page.ts';

/** Adds its reasons to each item. `items`: the figures of `read`, in their order, then its statements. */
export function explainItems(items: Item[], read: PageReading, engine: Engine): void {
  for (const [i, item] of items.entries()) {
    const figure = item.kind === 'figure' ? read.figures[i]! : null;
    const place = figure ? figure.quantity : read.statements[i - read.figures.length]!;
    const event = figure?.classified?.former ? [] : explainMeeting(item, place, read.reading, engine);
    item.explain = figure
      ? [...(item.explain ?? explainSilence(figure)), ...event, ...explainScope(item)]
      : [...(item.explain ?? []), ...event];
  }
}

/** The words that an event was found by, for `--explain`. */
function explainEvent({ event, cue }: EventReference): string {
  const words = cue?.replace(/\s+/gu, ' ');
  if (event) return `event by ${words ? `“${words}”` : 'the page’s date'}`;
  return words ? `no event: “${words}” is none that the pack knows` : 'no event: no meeting is spoken of';
}

/** Why a figure has no measure: what comes nearest, and with which cues. */
function explainSilence({ guesses }: PageFigure): string[] {
  const near = guesses.flatMap(({ classified }) =>
    classified ? [`  nearest: ${classified.measure} (${classified.because.join('; ')})`] : [],
  );
  return ['no measure: no cue near enough', ...near.slice(0, 2)];
}

/** By which words its meeting was found, where the measure asks for one. */
function explainMeeting(item: Item, place: Place, reading: Reading, engine: Engine): string[] {
  const rule = item.measure ? engine.ruleOf(item.measure) : null;
  if (!rule?.requires.includes('event')) return [];
  return [explainEvent(findEvent(reading, place, engine.entityList, engine.language.events))];
}

function explainScope(item: Item): string[] {
  const scope = Object.entries(item.scope).map(([key, value]) => `${key} ${value}`);
  const q = item.quantity!;
  const interval = (i: { low: number | null; high: number | null }) => `${i.low ?? '…'} to ${i.high ?? '…'}`;
  return [
    scope.length ? `scope ${scope.join(', ')}` : 'no scope',
    `as of ${item.asOf ?? 'the page’s date'}, ${item.modality}`,
    `allows ${interval(q.hard)}, suggests ${interval(q.soft)}`,
    ...item.against.map(
      (a) =>
        `${a.document}: ${a.verdict}${a.exactness ? `, ${a.exactness}` : ''}${a.quantity ? ` (${interval(a.quantity.hard)})` : ''}`,
    ),
  ];
}
