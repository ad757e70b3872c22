/** Makes the texts and formats of one language from a table. Months and digits are the browser's, word order the table's. */
import type { Key, Table, Text, Words } from './types.ts';

const MILLION = 1e6;
const BILLION = 1e9;
/** Money and counts in the news carry two digits after the point at most ("£2.26bn"). */
const FRACTION_DIGITS = 2;
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const CURRENCY = /^[A-Z]{3}$/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

interface Day {
  y: string;
  m?: number;
  d?: number;
}

function parseDate(iso: string): Day | null {
  const match = PARTIAL_DATE.exec(iso);
  if (!match) return null;
  const [, y, m, d] = match;
  return { y: y ?? '', m: m ? Number(m) : undefined, d: d ? Number(d) : undefined };
}

/** Names from right-to-left scripts are isolated, so that they do not turn the sentence around them. */
const isolate = (value: string): string => (RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value);

/** Made when first needed: the browser takes milliseconds for each kind of format, in the middle of a page's load. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Fills `{name}` with its parameter; a placeholder without one stays visible, which tests look for. */
export function fill(
  text: string,
  params: Readonly<Record<string, string | number>>,
  number: (n: number) => string,
): string {
  return text.replace(/\{([a-z0-9]+)\}/gi, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : isolate(value);
  });
}

/** Texts and formats for `locale` (a BCP 47 tag) from the keys of `table`. */
export function wordsFrom<K extends Key>(locale: string, table: Readonly<Record<K, Text>>): Words<K> {
  const plural = once(() => new Intl.PluralRules(locale));
  const plain = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: FRACTION_DIGITS }));
  const month = once(() => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }));
  const number = (n: number) => plain().format(n);
  const texts: Table = table;

  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
    const text = texts[key];
    if (text === undefined) return key;
    if (typeof text === 'string') return fill(text, params, number);
    const form = text[plural().select(Number(params.n))] ?? text.other;
    return fill(form, params, number);
  };

  const monthName = (m: number) => month().format(Date.UTC(2000, m - 1, 1));

  const date = (iso: string): string => {
    const day = parseDate(iso);
    if (!day) return iso;
    if (!day.m) return day.y;
    if (!day.d) return say('date.month', { month: monthName(day.m), y: day.y });
    return say('date.day', { d: String(day.d), month: monthName(day.m), y: day.y });
  };

  const dates = (isos: readonly string[]): string => {
    const sorted = [...isos].sort();
    const first = sorted[0];
    const last = sorted.at(-1);
    if (first === undefined || last === undefined) return '';
    if (first === last) return date(first);
    const a = parseDate(first);
    const b = parseDate(last);
    if (a?.d && b?.d && a.m && b.m && a.y === b.y) {
      if (a.m === b.m) return say('date.days', { d1: String(a.d), d2: String(b.d), month: monthName(a.m), y: a.y });
      return say('date.days-months', {
        d1: String(a.d),
        month1: monthName(a.m),
        d2: String(b.d),
        month2: monthName(b.m),
        y: a.y,
      });
    }
    return say('date.from-to', { from: date(first), to: date(last) });
  };

  const scaled = (value: number): string => {
    const size = Math.abs(value);
    if (size >= BILLION) return say('number.billion', { n: value / BILLION });
    if (size >= MILLION) return say('number.million', { n: value / MILLION });
    return number(value);
  };

  const sign = (currency: string): string => {
    try {
      const parts = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
      }).formatToParts(0);
      return parts.find((part) => part.type === 'currency')?.value ?? currency;
    } catch {
      return currency;
    }
  };

  const amount = (value: number, unit?: string | null): string => {
    if (unit?.startsWith('percent')) return say('number.percent', { n: value });
    if (unit && CURRENCY.test(unit)) {
      const symbol = sign(unit);
      return symbol.length > 1 ? `${symbol} ${scaled(value)}` : `${symbol}${scaled(value)}`;
    }
    return scaled(value);
  };

  const list = (parts: readonly string[]): string =>
    parts.reduce((first, last, i) => {
      if (i === 0) return last;
      return say(i === parts.length - 1 ? 'list.last' : 'list.next', { first, last });
    }, '');

  return { locale, t: say as Words<K>['t'], date, dates, amount, list };
}
