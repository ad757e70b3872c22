/** The day a page is from: what its publisher says in the page's data, else in its address, else in its first lines. */
import { dayNumber, isoDay, monthsRange, range } from './dates/calendar.ts';
import { type DateWords, readDates } from './dates.ts';
import type { Block, DateRange } from './types.ts';

export type DateSource = 'json-ld' | 'meta' | 'time' | 'url' | 'text';

export interface DateCandidate {
  source: DateSource;
  value: string;
}

export interface PageDate {
  range: DateRange;
  /** Where it was found; `dateline`: in the page's first lines. */
  basis: DateSource | 'dateline';
}

export interface PageDateOptions {
  /** Words for dates written out ("4 September 2025") and for the dateline; without them only figures and RFC 2822 dates are read. */
  words?: DateWords;
  /** Words before the date in a dateline: "published", "updated". */
  label?: RegExp;
  /** The day that may not lie further ahead than FUTURE_DAYS; today if absent. */
  now?: Date;
}

/** The web has no news pages before this; such dates are template defaults (1970-01-01, 0001-01-01). */
const FIRST_YEAR = 1990;
/** Time zones and pages dated ahead of their publication (weeklies). */
const FUTURE_DAYS = 2;
/** In order of trust. `text` is visible text that a page's reader took for its date. */
const TRUST: readonly DateSource[] = ['json-ld', 'meta', 'time', 'url', 'text'];
/** A dateline stands in the first blocks or nowhere, and early in its block. */
const DATELINE_BLOCKS = 12;
const DATELINE_START = 60;
/** A block that is nothing but a byline and a date is no longer than this. */
const DATELINE_BLOCK = 90;
/** Longer values are not dates. */
const LONGEST_VALUE = 120;
const LONGEST_ADDRESS = 2000;

/**
 * The page's date, or null where nobody says it or what is said is impossible or absurd.
 * The most trusted source that can be read counts; a less trusted one only makes it more exact (a day within its month).
 */
export function resolvePageDate(
  candidates: readonly DateCandidate[],
  blocks: readonly Block[] = [],
  options: PageDateOptions = {},
): PageDate | null {
  const read: PageDate[] = TRUST.flatMap((source) =>
    candidates
      .filter((candidate) => candidate.source === source)
      .flatMap((candidate) => {
        const found = readPageDate(candidate, options);
        return found ? [{ basis: source, range: found }] : [];
      }),
  );
  const best = read[0];
  if (best)
    return read.find(({ range: r }) => r.from === r.to && r.from >= best.range.from && r.to <= best.range.to) ?? best;
  const dateline = readDateline(blocks, options);
  return dateline && { range: dateline, basis: 'dateline' };
}

function readPageDate({ source, value }: DateCandidate, options: PageDateOptions): DateRange | null {
  const text = value.trim();
  if (text.length > (source === 'url' ? LONGEST_ADDRESS : LONGEST_VALUE)) return null;
  const found =
    source === 'url' ? fromAddress(text) : (fromFigures(text) ?? fromRfc(text) ?? fromWords(text, options.words));
  return found && plausible(found, options.now ?? new Date()) ? found : null;
}

function plausible(found: DateRange, now: Date): boolean {
  const latest = isoDay(Math.floor(now.getTime() / 86_400_000) + FUTURE_DAYS);
  return found.from >= `${FIRST_YEAR}-01-01` && found.from <= latest;
}

const dayRange = (year: number, month: number, day: number): DateRange | null => {
  const number = dayNumber(year, month, day);
  return number === null ? null : range(number);
};

/** ISO dates and their parts, `20250904`, `4.9.2025`, seconds or milliseconds since 1970. The day is the one printed, whatever the time zone. */
function fromFigures(text: string): DateRange | null {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?=$|\D))?)?(?=$|[T\s,])/.exec(text);
  if (iso) return fromParts(iso[1], iso[2], iso[3]);
  const packed = /^(\d{4})(\d{2})(\d{2})(?=$|T|\s)/.exec(text);
  if (packed) return fromParts(packed[1], packed[2], packed[3]);
  const european = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?=$|\D)/.exec(text);
  if (european) return fromEuropean(Number(european[1]), Number(european[3]), Number(european[4]), european[2] === '.');
  const epoch = /^(\d{10})(\d{3})?$/.exec(text);
  return epoch ? range(Math.floor(Number(epoch[1]) / 86_400)) : null;
}

function fromParts(year: string | undefined, month?: string, day?: string): DateRange | null {
  if (day !== undefined) return dayRange(Number(year), Number(month), Number(day));
  const first = month === undefined ? 1 : Number(month);
  if (first < 1 || first > 12) return null;
  const whole = monthsRange(Number(year), first, month === undefined ? 12 : 1);
  return range(whole.from, whole.to);
}

/** Dots are day first; with slashes 04/09 may be either way round, so only what can be one thing counts. */
function fromEuropean(first: number, second: number, year: number, dots: boolean): DateRange | null {
  if (dots || first > 12 || first === second) return dayRange(year, second, first);
  return second > 12 ? dayRange(year, first, second) : null;
}

const RFC_MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** RFC 2822: "Thu, 04 Sep 2025 14:00:00 GMT". Its month names are the standard's, not a language's. */
function fromRfc(text: string): DateRange | null {
  const match = /^(?:[A-Za-z]{3},\s*)?(\d{1,2}) ([A-Za-z]{3}) (\d{4})(?=$|\s)/.exec(text);
  const index = match ? RFC_MONTHS.indexOf(match[2]!.toLowerCase()) : -1;
  return match && index >= 0 && index % 3 === 0 ? dayRange(Number(match[3]), index / 3 + 1, Number(match[1])) : null;
}

function fromWords(text: string, words: DateWords | undefined): DateRange | null {
  return (words && readDates(text, null, words)[0]?.range) ?? null;
}

/** `/2025/09/04/`, `/2025-09-04-title`, `/20250904/`, `/2025/sep/04/`, `/2025/09/`. Years alone are too often something else. */
function fromAddress(url: string): DateRange | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  const day =
    /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=$|\D)/.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d{2})(\d{2})(\d{2})(?=$|[/_.-])/.exec(path);
  if (day) return fromParts(day[1], day[2], day[3]);
  const named = /\/((?:19|20)\d{2})\/([a-z]{3})[a-z]*\/(\d{1,2})(?=$|\D)/i.exec(path);
  if (named) return fromRfc(`${named[3]} ${named[2]} ${named[1]}`);
  const month = /\/((?:19|20)\d{2})[/-](\d{2})(?=\/|$)/.exec(path);
  return month ? fromParts(month[1], month[2]) : null;
}

/** Last resort: a date with its year at the head of a short block or behind a label ("Published"), never from running text. */
function readDateline(blocks: readonly Block[], options: PageDateOptions): DateRange | null {
  const { words, label } = options;
  if (!words) return null;
  for (const block of blocks.slice(0, DATELINE_BLOCKS)) {
    const head = block.text.slice(0, DATELINE_BLOCK + 1);
    const found = readDates(head, null, words).find(({ range: r }) => r.from === r.to);
    if (!found || found.start > DATELINE_START || !plausible(found.range, options.now ?? new Date())) continue;
    const before = head.slice(0, found.start);
    const short =
      block.text.length <= DATELINE_BLOCK &&
      /^[\d\s,.:|–—-]*(?:[A-Z]{2,4})?[\d\s,.:|–—-]*$/u.test(block.text.slice(found.end));
    const labelled = label?.test(before) ?? false;
    // "PARIS, 4 September 2025 (AFP) —": nothing but capitals before, a dash or bracket after
    const wire =
      /^[\p{Lu}\s,./()-]*$/u.test(before) && /^\s*(?:[(–—-]|$)/u.test(block.text.slice(found.end, found.end + 4));
    if (labelled || wire || (short && block.kind !== 'quote' && !/[.!?]\s/u.test(before))) return found.range;
  }
  return null;
}
