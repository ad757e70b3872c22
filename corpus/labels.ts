/** What values and scopes are called: "by phone", "Paris, 4 Sep 2025". Pure. */
import type { ReportWords } from '../utils/words/background-words.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure } from './schema/measure.ts';

export interface Labels {
  /** A value of a fact or stance in words: "by phone"; sets as names. */
  valueLabel(measure: string, value: string): string;
  /** "France", "Paris, 4 Sep 2025"; undefined for no scope. */
  scopeLabel(scope: Record<string, string>, words: ReportWords): string | undefined;
}

export function makeLabels(
  entities: ReadonlyMap<string, Entity>,
  measures: readonly Measure[],
  ruleOf: (id: string) => { kind: string } | undefined,
): Labels {
  const periods = new Map(
    measures.flatMap((m) => (m.kind === 'figure' ? (m.periods ?? []).map((p) => [p.period, p.label] as const) : [])),
  );
  const name = (id: string) => entities.get(id)?.name ?? id;
  return {
    valueLabel: (measure, value) => {
      const rule = ruleOf(measure) as Measure | undefined;
      if (!rule || rule.kind === 'figure') return value;
      const known = rule.values.find((v) => v.value === value);
      if (known) return known.label;
      return value.includes(',') || entities.has(value) ? value.split(',').map(name).join(', ') : value;
    },
    scopeLabel: (scope, words) => {
      const parts = Object.entries(scope).map(([key, value]) => {
        const entity = entities.get(value);
        if (key === 'event' && entity?.event) {
          const place = entity.event.places.map((p) => entities.get(p)?.name ?? p).find((p) => p.length > 0);
          const day = words.date(entity.event.from);
          return place ? `${place[0]!.toUpperCase()}${place.slice(1)}, ${day}` : day;
        }
        return periods.get(value) ?? entity?.name ?? value;
      });
      return parts.length ? parts.join(' · ') : undefined;
    },
  };
}
