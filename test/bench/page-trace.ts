/** What the reader costs a page, from a trace of the browser: every task of the page's thread that holds work of ours. */
import type { Page } from 'puppeteer-core';

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args?: { data?: { url?: string; frame?: string; isMainFrame?: boolean; documentLoaderURL?: string }; name?: string };
}

export interface PageCost {
  /** Milliseconds of script of ours in all tasks of the page's thread. */
  script: number;
  /** The longest single task of ours. */
  longest: number;
  /** Milliseconds from the page's DOMContentLoaded, and from the start of our script (document idle), to the paint after the marks. */
  fromLoaded: number;
  fromIdle: number;
  /** Milliseconds that starting the script takes. */
  start: number;
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'v8.execute',
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
];

/** Work of scripts, at its outermost. The pages that are measured have no scripts of their own. */
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.callFunction',
  'FireIdleCallback',
  'TimerFire',
  'FireAnimationFrame',
]);

/** Records while `work` runs. */
export async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const trace = await page.tracing.stop();
  return (JSON.parse(Buffer.from(trace!).toString()) as { traceEvents: TraceEvent[] }).traceEvents;
}

const ms = (microseconds: number): number => microseconds / 1000;

/**
 * Reads a trace of one page load. `ours`: end of the address of our script. `marked`: name of the user timing mark that the page
 * sets when it sees the marks. Null where our script did not run.
 */
export function costOf(events: readonly TraceEvent[], ours: string, marked: string): PageCost | null {
  const evaluated = events.find((event) => event.name === 'EvaluateScript' && event.args?.data?.url?.endsWith(ours));
  if (!evaluated) return null;
  const thread = events
    .filter((event) => event.pid === evaluated.pid && event.tid === evaluated.tid && event.ts >= evaluated.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const loaded = events.findLast(
    (event) => event.name === 'MarkDOMContent' && event.pid === evaluated.pid && event.ts <= evaluated.ts,
  );
  let script = 0;
  let end = 0;
  const work: { ts: number; end: number }[] = [];
  for (const event of thread) {
    if (!SCRIPT.has(event.name) || event.ph !== 'X' || event.ts < end) continue;
    end = event.ts + (event.dur ?? 0);
    script += event.dur ?? 0;
    work.push({ ts: event.ts, end });
  }
  const tasks = thread.filter((event) => event.ph === 'X' && /RunTask$/.test(event.name));
  const longest = tasks
    .filter((task) => work.some((one) => one.ts >= task.ts && one.end <= task.ts + (task.dur ?? 0)))
    .reduce((most, task) => Math.max(most, task.dur ?? 0), 0);
  const mark = thread.find((event) => event.name === marked);
  const paint =
    mark && thread.find((event) => event.ts >= mark.ts && (event.name === 'Commit' || event.name === 'Paint'));
  return {
    script: ms(script),
    longest: ms(longest),
    fromLoaded: paint && loaded ? ms(paint.ts - loaded.ts) : Number.NaN,
    fromIdle: paint ? ms(paint.ts - evaluated.ts) : Number.NaN,
    start: ms(evaluated.dur ?? 0),
  };
}
