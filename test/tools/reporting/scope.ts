/** What narrows a claim: the scope of the data as the pack's measures want it. Pure. */
import { daysOf } from '../../../corpus/comparable.ts';
import type { MeasureRule } from '../../../utils/language/pack-rules.ts';
import { Refused } from './refusal.ts';
import type { PackRules } from './rules.ts';

type Scope = Record<string, string>;

/** Measures of the data that are one of the pack's with a narrower scope. */
const NARROWED: Readonly<Record<string, { measure: string; scope: Scope }>> = {
  'summit-participants-heads-of-state-or-government': {
    measure: 'summit-participants',
    scope: { group: 'heads-of-state-or-government' },
  },
};
/** Measures that need no country are the Union's own, or the whole force's. */
const UNION = 'european-union';
/** Several countries in one value: "united-kingdom+france". */
const SEVERAL = '+';

/** What a scope is made from, beside the scope that the data gives. */
export interface ScopeSource {
  measure: string;
  scope?: Scope;
  asOf: string | null;
  note?: string;
}

export interface Scoped {
  rule: MeasureRule;
  scope: Scope;
  /** The note did nothing but name the scope. */
  noteUsed: boolean;
}

/** The measure and the scope of an item. Throws `Refused` where the pack has no such measure, or a scope that it needs is missing. */
export function scopeOf(source: ScopeSource, documentEvent: string | null, rules: PackRules): Scoped {
  const narrowed = NARROWED[source.measure];
  const given: Scope = { ...source.scope, ...narrowed?.scope };
  const several = given.country?.includes(SEVERAL) ?? false;
  const rule = knownRule(
    several ? wholeOf(source.measure, given, rules) : (narrowed?.measure ?? source.measure),
    rules,
  );
  const needed = rule.requires;
  const { country, event, period, organisation, ...narrower } = given;
  const noted = country ? undefined : needed.includes('country') ? countryIn(source.note, rules) : undefined;
  const scope: Scope = {
    ...optional('event', needed.includes('event') ? eventOf(event, source.asOf, documentEvent, rules) : undefined),
    ...optional('country', several ? undefined : (noted ?? countryOf(country ?? organisation, rule, rules))),
    ...optional('period', periodOf(period, rule, source.note)),
    ...narrower,
  };
  for (const key of needed)
    if (!scope[key]) throw new Refused(`scope.${key}`, `“${rule.id}” needs one, and the record does not tell it`);
  return { rule, scope, noteUsed: noted !== undefined };
}

const optional = (key: string, value: string | undefined): Scope => (value === undefined ? {} : { [key]: value });

function knownRule(measure: string, rules: PackRules): MeasureRule {
  const rule = rules.measure(measure);
  if (!rule) throw new Refused('measure', `the pack has no measure “${measure}”`);
  return rule;
}

/** Several countries together are counted by the measure of the whole, where the pack names one. */
function wholeOf(measure: string, { country }: Scope, rules: PackRules): string {
  const rule = knownRule(measure, rules);
  if (rule.kind === 'figure' && rule.ifSeveral) return rule.ifSeveral;
  if (rule.kind === 'figure' && rule.excludes?.includes('country')) return measure;
  throw new Refused('scope.country', `“${country}” is no entity, and “${measure}” has no count of several together`);
}

/** The Union's country is left out where the measure is by its definition the Union's. */
function countryOf(id: string | undefined, rule: MeasureRule, rules: PackRules): string | undefined {
  if (id === undefined) return undefined;
  if (!rules.entities.has(id)) throw new Refused('scope.country', `the pack has no entity “${id}”`);
  if (rule.kind === 'figure' && !rule.requires.includes('country')) {
    if (id === UNION) return undefined;
    throw new Refused('scope.country', `“${rule.id}” is not of a country, and this one is “${id}”`);
  }
  return id;
}

/** The event on whose days the item holds, before the one that the report is about: a report may look back at another. */
function eventOf(
  given: string | undefined,
  asOf: string | null,
  documentEvent: string | null,
  rules: PackRules,
): string | undefined {
  if (given !== undefined) {
    if (!rules.entities.get(given)?.event) throw new Refused('scope.event', `the pack has no event “${given}”`);
    return given;
  }
  const day = asOf ? daysOf(asOf) : null;
  const held = day
    ? rules.events.filter(({ event }) => event && day.from === day.to && event.from <= day.from && day.from <= event.to)
    : [];
  if (documentEvent && (held.length === 0 || held.some(({ id }) => id === documentEvent))) return documentEvent;
  return held.length === 1 ? held[0]?.id : undefined;
}

const countryIn = (note: string | undefined, rules: PackRules): string | undefined =>
  note === undefined ? undefined : rules.called(note, 'country')?.id;

/** "20th package, Hungarian veto": what is adopted or blocked is one package. */
const PACKAGE = /\b(?<number>\d{1,3})(?:st|nd|rd|th) package\b/;

function periodOf(given: string | undefined, rule: MeasureRule, note: string | undefined): string | undefined {
  if (given !== undefined) return given.replaceAll('..', '-to-');
  const number = rule.requires.includes('period') ? PACKAGE.exec(note ?? '')?.groups?.number : undefined;
  return number === undefined ? undefined : `package-${number}`;
}
