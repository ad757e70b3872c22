/** What the pack knows, ready for the converters: its measures by id, its entities by name. */

import type { Entity } from '../../../corpus/schema/entity.ts';
import type { Pack } from '../../../corpus/schema/pack.ts';
import { foldKey } from '../../../utils/language/fold.ts';
import type { FactMeasureRule, MeasureRule, StanceMeasureRule } from '../../../utils/language/pack-rules.ts';
import { findMeasure } from '../../../utils/language/statements.ts';

export interface PackRules {
  entities: ReadonlyMap<string, Entity>;
  events: readonly Entity[];
  measure(id: string): MeasureRule | undefined;
  /** The one person or country that a short name ("macron", "uk") can mean; undefined where it is none or several. */
  shortName(name: string): string | undefined;
  /** The entity that is called so: its name or one of its spellings. */
  called(name: string, kind: Entity['kind']): Entity | undefined;
  /** The word is a name, or begins one. */
  isName(word: string): boolean;
}

/** Short names of the data that are no spelling of the pack. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  uk: 'united-kingdom',
  us: 'united-states',
  usa: 'united-states',
};

/** "The Hague" and "No 10" make names of these. */
const COMMON_IN_NAMES: ReadonlySet<string> = new Set(['The', 'No']);

export function packRules(pack: Pick<Pack, 'entities' | 'measures'>): PackRules {
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const named = pack.entities.filter(({ kind }) => kind === 'person' || kind === 'country');
  const spellings = (entity: Entity) => [entity.name, ...entity.aliases.map((alias) => alias.text)].map(foldKey);
  const nameWords = new Set(
    pack.entities
      .filter(({ event }) => !event)
      .flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)])
      .flatMap((name) => name.split(' '))
      .filter((word) => /^\p{Lu}/u.test(word) && !COMMON_IN_NAMES.has(word)),
  );
  return {
    entities,
    isName: (word) => nameWords.has(word),
    events: pack.entities.filter((entity) => entity.event),
    measure: (id) => findMeasure(pack.measures, id),
    shortName: (name) => {
      const known = SHORT_NAMES[name];
      if (known) return entities.has(known) ? known : undefined;
      if (entities.has(name)) return name;
      const found = named.filter(({ id, kind }) => kind === 'person' && id.endsWith(`-${name}`));
      return found.length === 1 ? found[0]?.id : undefined;
    },
    called: (name, kind) =>
      pack.entities.find((entity) => entity.kind === kind && spellings(entity).includes(foldKey(name))),
  };
}

/** The pack's words for a value; undefined where the measure has no such value. */
export function labelOf(rule: FactMeasureRule | StanceMeasureRule, value: string): string | undefined {
  const values: readonly { value: string; label?: string }[] = rule.values;
  const known = values.find((one) => one.value === value);
  return known && (known.label ?? known.value);
}
