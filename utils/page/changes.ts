/**
 * Late content: client-rendered articles, live blogs, infinite scroll. Only what was added is looked at, and only for
 * whether it is text we would read; then one new pass over the whole page is due, because the analysis needs a figure's
 * surroundings. The passes are what costs, so they are rationed: not before the page is quiet, not more often than every
 * few seconds, less and less often when they find nothing new, and not at all during a storm of changes.
 */
import { isUnread } from './zones.ts';

export interface ChangeOptions {
  document: Document;
  /** The pass that is under way when watching begins; changes that come meanwhile are read after it. */
  first: Promise<unknown>;
  /** Reads the page again. True when there was something new to read. */
  rescan(): Promise<boolean>;
  /** Every batch of changes, before anything else; must be cheap. */
  onAny?(): void;
  /** After so many fruitless passes in a row stop watching: fewer for pages off the topic. */
  patience(): number;
  /** The page began to change faster than anybody reads, or stopped. */
  onStorm?(blows: boolean): void;
  /** Part of the text is hidden: a click may uncover it by nothing but a class, which is not watched. */
  mayUncover(): boolean;
}

/** The page has to be still for this long… */
const QUIET_MS = 300;
/** …but a page that never is still is read all the same after this long. */
const PATIENCE_MS = 2_000;
/** Between two passes, at least; doubled after each that found nothing new, up to the longest. */
const LEAST_INTERVAL_MS = 3_000;
const LONGEST_INTERVAL_MS = 60_000;
/** More changes than this within a second are a storm: no article is written so. Then we look away for a while. */
const STORM_RECORDS = 400;
const STORM_REST_MS = 2_000;
const LONGEST_REST_MS = 30_000;
/** A storm is over when none was seen for this long after we looked again. */
const CALM_MS = 1_500;
/** Records of one batch that are looked at; in larger batches something readable is taken for granted. */
const LOOKED_AT = 40;
/** Shorter texts are counters, clocks and prices. */
const LEAST_TEXT = 20;

const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['hidden', 'open'],
};

export interface ChangeWatch {
  /** Roots that came up since: changes inside are not seen from outside. */
  include(roots: readonly ShadowRoot[]): void;
}

/** Watches until the signal is aborted. */
export function watchChanges(options: ChangeOptions, signal: AbortSignal): ChangeWatch {
  const { document } = options;
  const targets = new Set<Node>([document.documentElement]);
  const observer = new MutationObserver(onRecords);
  let interval = LEAST_INTERVAL_MS;
  let rest = STORM_REST_MS;
  let fruitless = 0;
  let lastPass = performance.now();
  let firstChange: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = true;
  let second = { start: 0, records: 0 };
  let storm = false;
  let calm: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    for (const target of targets) observer.observe(target, WATCHED);
  }

  function onRecords(records: MutationRecord[]): void {
    options.onAny?.();
    const now = performance.now();
    if (now - second.start > 1_000) second = { start: now, records: 0 };
    second.records += records.length;
    if (second.records > STORM_RECORDS) lookAway();
    else if (records.length > LOOKED_AT || records.some(isReadable)) schedule(now);
  }

  function lookAway(): void {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(calm);
    inStorm(true);
    const wake = rest;
    rest = Math.min(rest * 2, LONGEST_REST_MS);
    timer = setTimeout(() => {
      connect();
      firstChange = null;
      // Only calm makes the rests short again: text that a storm brings is soon swept away by it.
      calm = setTimeout(() => inStorm(false), CALM_MS);
      schedule(performance.now());
    }, wake);
  }

  function inStorm(blows: boolean): void {
    if (!blows) rest = STORM_REST_MS;
    if (storm !== blows) options.onStorm?.(blows);
    storm = blows;
  }

  function schedule(now: number, least = interval): void {
    firstChange ??= now;
    if (busy) return;
    clearTimeout(timer);
    const quiet = Math.min(now + QUIET_MS, firstChange + PATIENCE_MS);
    timer = setTimeout(() => void pass(), Math.max(quiet, lastPass + least) - now);
  }

  function onClick(event: Event): void {
    if (event.isTrusted && options.mayUncover()) schedule(performance.now(), LEAST_INTERVAL_MS);
  }

  async function pass(): Promise<void> {
    if (signal.aborted || busy) return;
    if (document.visibilityState === 'hidden') {
      // Nobody reads along: the pass is made when somebody does.
      document.addEventListener('visibilitychange', () => schedule(performance.now()), { once: true, signal });
      return;
    }
    busy = true;
    firstChange = null;
    const found = await options.rescan().catch(() => false);
    busy = false;
    if (signal.aborted) return;
    lastPass = performance.now();
    if (found) {
      interval = LEAST_INTERVAL_MS;
      fruitless = 0;
    } else {
      interval = Math.min(interval * 2, LONGEST_INTERVAL_MS);
      fruitless += 1;
      if (fruitless >= options.patience()) {
        observer.disconnect();
        return;
      }
    }
    if (firstChange !== null) schedule(lastPass);
  }

  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(calm);
    },
    { once: true },
  );
  options.first.finally(() => {
    busy = false;
    lastPass = performance.now();
    if (firstChange !== null && !signal.aborted) schedule(lastPass);
  });
  if (!signal.aborted) {
    connect();
    document.addEventListener('click', onClick, { signal, passive: true, capture: true });
  }
  return {
    include(roots) {
      for (const root of roots) {
        if (targets.has(root) || signal.aborted) continue;
        targets.add(root);
        observer.observe(root, WATCHED);
      }
    },
  };
}

/** Whether a change brought, took or uncovered text that we would read. */
function isReadable(record: MutationRecord): boolean {
  const { target, type } = record;
  const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
  if (type === 'characterData') return isLong(target.nodeValue) && (element === null || !isUnread(element));
  if (element && isUnread(element)) return false;
  if (type === 'attributes') return isLong(target.textContent);
  return holdsText(record.addedNodes) || holdsText(record.removedNodes);
}

function holdsText(nodes: NodeList): boolean {
  for (let i = 0; i < nodes.length && i < LOOKED_AT; i += 1) {
    const node = nodes[i]!;
    if (node.nodeType === Node.ELEMENT_NODE && isUnread(node as Element)) continue;
    // An open shadow root's text is not in its host's `textContent`.
    if (isLong(node.textContent) || (node as Element).shadowRoot) return true;
  }
  return false;
}

function isLong(text: string | null): boolean {
  return text !== null && text.length >= LEAST_TEXT && text.trim().length >= LEAST_TEXT;
}
