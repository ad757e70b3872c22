/** Makes the texts and formats of one language from a table. Dates, numbers and lists are the browser's (`Intl`). */
import type { Language } from './languages.ts';
import type { Key, Table, Text, Words } from './types.ts';

const MILLION = 1e6;
/** Money and counts in the news carry two digits after the point at most ("£2.26bn"). */
const FRACTION_DIGITS = 2;
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const CURRENCY = /^[A-Z]{3}$/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The days of one month stand closer than two dates: "4–5 Sep". */
const DAY_TO_DAY = /(?<=^\d{1,2}) – (?=\d)/;

/** English as most of its readers in Europe write it: "4 Sep 2025", "A, B and C", "€1.1bn". */
const FORMATS: Readonly<Partial<Record<Language, string>>> = { en: 'en-GB' };

interface PartialDate {
  iso: string;
  at: Date;
  precision: 'day' | 'month' | 'year';
}

function parseDate(iso: string): PartialDate | null {
  const match = PARTIAL_DATE.exec(iso);
  if (!match) return null;
  const [, y, m, d] = match;
  const at = new Date(Date.UTC(Number(y), m ? Number(m) - 1 : 0, d ? Number(d) : 1));
  return { iso, at, precision: d ? 'day' : m ? 'month' : 'year' };
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

/**
 * Fills `{name}` with its parameter; a placeholder without one stays visible, which tests look for. A parameter that ends with
 * an abbreviation ("вер. 2025 р.") ends the sentence as well: one full stop stands for both.
 */
export function fill(
  text: string,
  params: Readonly<Record<string, string | number>>,
  number: (n: number) => string,
): string {
  return text.replace(/\{([a-z0-9]+)\}(\.(?=\s|$))?/gi, (whole, name: string, stop = '') => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value === 'number') return number(value) + stop;
    return isolate(value) + (value.endsWith('.') ? '' : stop);
  });
}

/** Dates of one locale, from `YYYY[-MM[-DD]]`. */
function dateFormats(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = format({ month: 'short', year: 'numeric' });
  /** Browsers differ in thin spaces around a dash, and British English alone writes one month with four letters. */
  const plain = (text: string) => text.replace(/\u2009/g, ' ').replace('Sept ', 'Sep ');

  const one = ({ iso, at, precision }: PartialDate): string => {
    if (precision === 'year') return iso;
    return plain((precision === 'day' ? day() : month()).format(at));
  };
  const date = (iso: string): string => {
    const known = parseDate(iso);
    return known ? one(known) : iso;
  };
  const dates = (isos: readonly string[]): string => {
    const sorted = [...isos].sort();
    const first = sorted[0];
    const last = sorted.at(-1);
    if (first === undefined || last === undefined) return '';
    if (first === last) return date(first);
    const [a, b] = [parseDate(first), parseDate(last)];
    if (a?.precision === 'day' && b?.precision === 'day')
      return plain(day().formatRange(a.at, b.at)).replace(DAY_TO_DAY, '–');
    return `${date(first)} – ${date(last)}`;
  };
  return { date, dates };
}

/** Values with their unit: from a million on in short ("1.1bn"), below with all their digits. */
function amountFormat(locale: string): Words['amount'] {
  const formats = new Map<string, Intl.NumberFormat>();
  const formatOf = (name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const known = formats.get(name);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 0,
      maximumFractionDigits: FRACTION_DIGITS,
      ...options,
    });
    formats.set(name, made);
    return made;
  };
  return (value, unit) => {
    if (unit?.startsWith('percent')) return formatOf('percent', { style: 'percent' }).format(value / 100);
    const short: Intl.NumberFormatOptions = Math.abs(value) >= MILLION ? { notation: 'compact' } : {};
    const name = `${unit && CURRENCY.test(unit) ? unit : ''} ${short.notation ?? ''}`;
    if (!unit || !CURRENCY.test(unit)) return formatOf(name, short).format(value);
    return formatOf(name, { ...short, style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' }).format(
      value,
    );
  };
}

/** Texts and formats for a language from the keys of `table`. */
export function wordsFrom<K extends Key>(language: Language, table: Readonly<Record<K, Text>>): Words<K> {
  const locale = FORMATS[language] ?? language;
  const plural = once(() => new Intl.PluralRules(locale));
  const plain = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: FRACTION_DIGITS }));
  const listed = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const number = (n: number) => plain().format(n);
  const texts: Table = table;

  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
    const text = texts[key];
    if (text === undefined) return key;
    if (typeof text === 'string') return fill(text, params, number);
    // A fraction has a form of its own in some languages, and nothing here counts in fractions.
    const form = text[plural().select(Number(params.n))] ?? text.other ?? text.many ?? '';
    return fill(form, params, number);
  };

  return {
    locale: language,
    t: say as Words<K>['t'],
    ...dateFormats(locale),
    amount: amountFormat(locale),
    list: (parts) => listed().format(parts),
  };
}
