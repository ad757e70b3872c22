/**
 * Which claims are looked up for a figure or statement of a page: those of its measure and scope nearest in time. A pack that
 * has been filled for years holds thousands of a common measure; a card shows a few, and what is far away decides nothing.
 * Pure; where claims are kept in a database, its indexes are made of the same keys.
 */
import { daysOf } from './comparable.ts';
import type { Measure } from './schema/measure.ts';
import type { ClaimRow } from './source.ts';

/** Claims of one scope, of measures that are compared with each other. */
export interface Nearby {
  measures: readonly string[];
  scope: Readonly<Record<string, string>>;
  /** The day that counts (YYYY-MM-DD); null where nobody knows: then the newest. */
  day: string | null;
  /**
   * Asked for only where one of these claims may say this: an exact number, or one with a hedge (null). What nobody says cannot
   * settle what a figure counts, and three readings in four are such guesses.
   */
  onlySaying?: number | null;
}

/** Claims of a measure that say one number: what a figure may have been mixed up with. */
export interface Alike {
  measure: string;
  value: number;
  /** Claims of another country are left out. */
  country: string | undefined;
  /** As in `Nearby`. */
  day: string | null;
}

/** So many claims, whether from before the day or after it: more would not be read, and weigh no more. */
export const NEAREST_MOST = 32;
/** A hint at a mix-up names one source. */
export const ALIKE_MOST = 20;
/** The latest positions of a country that a card or the panel's names draw on. */
export const STANCES_MOST = 20;

const DAY_MS = 86_400_000;
const BETWEEN = '|';

/** Days before the year 1970: small for late days, so that the newest come first; 0 for what has no date. */
export const ageOf = (date: string | undefined): number =>
  date ? -Math.floor(Date.parse(daysOf(date).to) / DAY_MS) : 0;

/** Scopes that have to be equal on both sides, as one key; the event only where the measure asks for one. Begins with the country. */
export const placeKey = (
  scope: Readonly<Record<string, string>>,
  measure: Pick<Measure, 'requires'> | undefined,
): string =>
  [scope.country, scope.period, scope.group, measure?.requires.includes('event') ? scope.event : '']
    .map((part) => part ?? '')
    .join(BETWEEN);

export const countryOfKey = (key: string): string => key.slice(0, key.indexOf(BETWEEN));

/** A measure whose scope the page does not tell has nothing to be compared with. */
export const isAnswerable = (
  { scope }: Pick<Nearby, 'scope'>,
  measure: Pick<Measure, 'requires'> | undefined,
): boolean => measure?.requires.every((key) => Boolean(scope[key])) ?? false;

/** The number of a claim that says exactly one; undefined for all others. */
export function exactValue({ claim }: Pick<ClaimRow, 'claim'>): number | undefined {
  return claim.kind === 'figure' && claim.quantity.bound === '=' ? claim.quantity.value : undefined;
}
