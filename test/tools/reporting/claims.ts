/** One item of the data → one claim of the pack. Each throws `Refused` where the item does not fit. Pure. */
import { daysOf } from '../../../corpus/comparable.ts';
import type { Claim, FactClaim, FigureClaim, StanceClaim } from '../../../corpus/schema/document.ts';
import type { FactMeasureRule } from '../../../utils/language/pack-rules.ts';
import { claimModality } from './modality.ts';
import { wordingOf } from './notes.ts';
import { originOf } from './origin.ts';
import { quantityOf } from './quantity.ts';
import { Refused } from './refusal.ts';
import { labelOf, type PackRules } from './rules.ts';
import { scopeOf } from './scope.ts';
import type { SourceFact, SourceFigure, SourceStance } from './source-record.ts';
import { cutSurface, fragmentOf } from './surface.ts';

/** What the claims of one report have in common. */
export interface ReportContext {
  outlet: string;
  date: string | undefined;
  event: string | null;
  rules: PackRules;
}

/** A claim before it has an id. */
export type Draft<C extends Claim = Claim> = Omit<C, 'id'>;

const STANCE = 'stance';

const wordingWith = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('; ') || undefined;

export function figureDraft(figure: SourceFigure, report: ReportContext): Draft<FigureClaim> {
  const { rule, scope, noteUsed } = scopeOf(figure, report.event, report.rules);
  if (rule.kind !== 'figure') throw new Refused('measure', `“${rule.id}” holds a ${rule.kind}, not a figure`);
  const { quantity, wording } = quantityOf(figure, rule);
  const surface = cutSurface(figure.surface);
  return {
    kind: 'figure',
    measure: rule.id,
    scope,
    surface,
    quantity,
    saidBy: figure.saidBy ?? undefined,
    asOf: figure.asOf ?? undefined,
    modality: claimModality(figure, scope.event, report.date, report.rules),
    origin: figure.origin ?? originOf(figure.saidBy, report.outlet),
    wording: wordingWith(
      wording,
      figure.wording ?? (noteUsed ? undefined : wordingOf(figure.note, report.rules.isName)),
    ),
    fragment: fragmentOf(surface),
  };
}

export function factDraft(fact: SourceFact, report: ReportContext): Draft<FactClaim> {
  const { rule, scope, noteUsed } = scopeOf(fact, report.event, report.rules);
  if (rule.kind !== 'fact') throw new Refused('measure', `“${rule.id}” holds a ${rule.kind}, not a fact`);
  const value = factValue(fact.value, rule, report.rules);
  return {
    kind: 'fact',
    measure: rule.id,
    scope,
    surface: cutSurface(inWords(value, rule, report.rules)),
    surfaceIsOurs: true,
    value,
    asOf: fact.asOf ?? undefined,
    modality: claimModality(fact, scope.event, report.date, report.rules),
    origin: fact.origin ?? originOf(null, report.outlet),
    wording: fact.wording ?? (noteUsed ? undefined : wordingOf(fact.note, report.rules.isName)),
  };
}

/** Values of the data that the pack has by another name. */
const VALUES: Readonly<Record<string, string>> = { 'call-unspecified': 'call' };

/** A date, a value of the measure, or a set of entity ids in alphabetical order joined by ",". */
function factValue(given: string, rule: FactMeasureRule, rules: PackRules): string {
  if (rule.set)
    return given
      .split('+')
      .map((name) => member(name, rules))
      .sort()
      .join(',');
  if (rule.date) {
    if (!/^\d{4}(-\d{2}){0,2}$/.test(given)) throw new Refused('value', `“${given}” is no date`);
    return given;
  }
  const value = VALUES[given] ?? given;
  if (labelOf(rule, value) === undefined) throw new Refused('value', `“${rule.id}” has no value “${given}”`);
  return value;
}

function member(name: string, rules: PackRules): string {
  const id = rules.shortName(name);
  if (id === undefined) throw new Refused('value', `“${name}” is not one person or country of the pack`);
  return id;
}

/** The value in our words, as the data keeps none of the source's. */
function inWords(value: string, rule: FactMeasureRule, rules: PackRules): string {
  const label = labelOf(rule, value);
  if (label) return label;
  return rule.set
    ? value
        .split(',')
        .map((id) => rules.entities.get(id)?.name ?? id)
        .join(', ')
    : value;
}

export function stanceDraft(stance: SourceStance, report: ReportContext): Draft<StanceClaim> {
  const { rules } = report;
  const rule = rules.measure(STANCE);
  if (rule?.kind !== 'stance') throw new Refused('measure', 'the pack has no measure of stances');
  if (rules.entities.get(stance.country)?.kind !== 'country')
    throw new Refused('country', `the pack has no country “${stance.country}”`);
  const label = labelOf(rule, stance.stance);
  if (!label) throw new Refused('stance', `no position “${stance.stance}”`);
  const mission = stance.mission ?? missionIn(stance.detail);
  if (mission !== undefined && !rule.missions.some((m) => m.mission === mission))
    throw new Refused('mission', `no mission “${mission}”`);
  return {
    kind: 'stance',
    measure: STANCE,
    scope: { country: stance.country },
    surface: cutSurface(label),
    surfaceIsOurs: true,
    value: stance.stance,
    mission,
    detail: stance.detail ?? undefined,
    officeHolder: isOfficeHolder(stance, report) || undefined,
    saidBy: stance.saidBy ?? undefined,
    asOf: stance.asOf ?? undefined,
    modality: claimModality(stance, undefined, report.date, rules),
    origin: stance.origin ?? originOf(stance.saidBy, report.outlet),
    wording: stance.wording,
  };
}

/** Where the soldiers would go, as the collectors' own words tell it; undefined for troops in Ukraine without a name. */
const MISSIONS: readonly (readonly [RegExp, string])[] = [
  [/\bneighbouring NATO\b|\bnear Ukraine\b/i, 'neighbouring-nato'],
  [/\bpeacekeep|\bpeace mission\b/i, 'peacekeeping'],
];
const missionIn = (detail: string | null) => MISSIONS.find(([words]) => words.test(detail ?? ''))?.[1];

/** Said by a named person who held an office of that country on that day. */
function isOfficeHolder({ saidBy, country, asOf }: SourceStance, { rules, date }: ReportContext): boolean {
  const when = asOf ?? date;
  const person = saidBy === null ? undefined : rules.called(saidBy, 'person');
  if (!when || person?.country !== country) return false;
  const { from, to } = daysOf(when);
  return (person.roles ?? []).some((role) => (!role.from || role.from <= to) && (!role.to || from <= role.to));
}
