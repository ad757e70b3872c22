/**
 * Where a country stands, where it stood before, and who says otherwise. Pure. Nothing is chosen silently: sources of one
 * time and one weight stand side by side; a named office-holder outweighs a report about the country, which is then shown
 * as what it is.
 */
import type { LedgerRow, Position } from '../utils/ledger.ts';
import { daysApart } from './comparable.ts';
import { byWeight, countOrigins, daysBetween, newestFirst, type Told } from './ledger-entries.ts';

/** A report often bears the day after what it tells of. */
const SAME_TIME_DAYS = 1;
/** Stances without a window of their own: as long as the comparison on pages holds them comparable. */
const STANCE_WINDOW_DAYS = 60;

export type Standing = Pick<LedgerRow, 'now' | 'differs' | 'also' | 'before' | 'ahead' | 'changed'>;

/** The positions of the newest days. */
export function newestPositions(told: readonly Told[], order: readonly string[]): Position[] {
  const [newest, ...others] = told.filter(({ entry }) => entry.modality === 'reported').sort(newestFirst);
  return newest ? positions([newest, ...others.filter((one) => isSameTime(one, newest))], order) : [];
}

const isSameTime = (a: Told, b: Told): boolean => daysBetween(a, b) <= SAME_TIME_DAYS;

/** An office-holder's word of the same days, or of the window before, outweighs a report. */
function isOutweighed(report: Told, official: readonly Told[], windowDays: number): boolean {
  return official.some(({ when }) => {
    if (!when || !report.when) return when === report.when;
    const apart = daysApart(when, report.when);
    return apart <= SAME_TIME_DAYS || (when.to < report.when.from && apart <= windowDays);
  });
}

/** One position for each value, from yes to no. */
function positions(told: readonly Told[], order: readonly string[]): Position[] {
  const values = [...new Set(told.map((one) => one.entry.value ?? ''))];
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return values
    .sort((a, b) => rank(a) - rank(b))
    .map((value) => position(told.filter((one) => one.entry.value === value)));
}

/** The strongest claim speaks for those that say the same; of equal ones the newest, and the most exact in its date. */
function position(same: readonly Told[]): Position {
  const voices = ['office', 'named', 'report'];
  const days = ({ when }: Told) => (when ? Date.parse(when.to) - Date.parse(when.from) : Number.POSITIVE_INFINITY);
  const [best] = [...same].sort(
    (a, b) =>
      voices.indexOf(a.entry.voice) - voices.indexOf(b.entry.voice) ||
      (daysBetween(a, b) === 0 ? days(a) - days(b) : newestFirst(a, b)) ||
      Number(!a.entry.terms) - Number(!b.entry.terms) ||
      Number(!a.entry.source.url) - Number(!b.entry.source.url) ||
      byWeight(a, b),
  ) as [Told];
  const { entry } = best;
  return {
    value: entry.value ?? '',
    display: entry.display,
    side: entry.side ?? 'open',
    asOf: entry.asOf,
    voice: entry.voice,
    saidBy: entry.saidBy,
    mission: entry.mission,
    terms: entry.terms,
    modality: entry.modality,
    outlet: entry.source.outlet,
    url: entry.source.url,
    sources: countOrigins(same),
  };
}

/**
 * @param told a country's stances, in any order.
 * @param order values from yes to no.
 */
export function standing(told: readonly Told[], order: readonly string[], windowDays = STANCE_WINDOW_DAYS): Standing {
  const sorted = [...told].sort(newestFirst);
  const reported = sorted.filter(({ entry }) => entry.modality === 'reported');
  const plans = sorted.filter(({ entry }) => entry.modality !== 'reported');
  const dated = reported.filter(({ when }) => when !== null);
  const usable = dated.length > 0 ? dated : reported;
  const official = usable.filter(({ entry }) => entry.voice === 'office');
  const inForce = usable.filter((one) => one.entry.voice === 'office' || !isOutweighed(one, official, windowDays));
  const anchor = inForce[0];
  if (!anchor) return { now: [], differs: false, also: [], before: [], ahead: positions(plans, order) };

  const moment = inForce.filter((one) => isSameTime(one, anchor));
  const values = new Set(moment.map(({ entry }) => entry.value));
  const isOther = ({ entry }: Told) => !values.has(entry.value);
  const isEarlier = (one: Told) =>
    one.when !== null && anchor.when !== null && one.when.to < anchor.when.from && !isSameTime(one, anchor);

  const turned = inForce.find((one) => isEarlier(one) && isOther(one));
  /** All that give the position since it is another, outweighed or not: they say the same. */
  const isSince = (one: Told) => !turned?.when || (one.when !== null && one.when.to > turned.when.to);
  const holders = (value: string) => usable.filter((one) => isSince(one) && one.entry.value === value);
  const now = positions(moment, order).map((one) => ({ ...one, sources: countOrigins(holders(one.value)) }));
  const first = inForce.filter((one) => isSince(one) && !isOther(one)).at(-1);
  return {
    now,
    differs: new Set(now.map(({ side }) => side)).size > 1,
    also: positions(
      usable.filter((one) => !inForce.includes(one) && isOther(one) && !isEarlier(one)),
      order,
    ),
    before: turned
      ? positions(
          inForce.filter((one) => isSameTime(one, turned) && isOther(one) && isEarlier(one)),
          order,
        )
      : [],
    ahead: positions(
      plans.filter((one) => isOther(one) && !isEarlier(one)),
      order,
    ),
    changed: turned ? first?.entry.asOf : undefined,
  };
}
