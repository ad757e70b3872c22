/** The rules of the enabled packs, compiled once: what reading a page needs. */
import { EN } from '../utils/language/en/index.ts';
import type { Language } from '../utils/language/language.ts';
import { compileFigureRules, type FigureRules } from '../utils/language/measures/rules.ts';
import { buildLexicon, type Lexicon } from '../utils/language/names.ts';
import type { EntityRule, FigureMeasureRule, MeasureRule } from '../utils/language/pack-rules.ts';
import { findMeasure } from '../utils/language/statements.ts';
import { compileTopic, type Topic } from '../utils/language/topic.ts';
import { type Labels, makeLabels } from './labels.ts';
import type { Entity } from './schema/entity.ts';
import type { Measure } from './schema/measure.ts';
import type { Manifest } from './schema/pack.ts';
import type { Rules } from './source.ts';

/** Pages in any other language are not read yet. */
export const LANGUAGE: Language = EN;

export interface Engine extends Labels {
  language: Language;
  manifests: Manifest[];
  entities: Map<string, Entity>;
  /** The same in a list that stays the same: what is made of it is kept with it. */
  entityList: readonly Entity[];
  events: EntityRule[];
  measures: readonly Measure[];
  /** Also for measures whose ids are made of a person's name. */
  ruleOf(measure: string): MeasureRule | undefined;
  topics: Topic[];
  figureRules: FigureRules;
  lexicon: Lexicon;
  packs: { id: string; title: string; newest: string }[];
  /** The country that an entity is or acts for; null where it is none. */
  countryOf(entity: string): string | null;
}

const kept = new WeakMap<Rules, Engine>();

/** The engine for these rules; the same rules object gives the same engine. */
export function engineFor(rules: Rules): Engine {
  const known = kept.get(rules);
  if (known) return known;
  const engine = compile(rules);
  kept.set(rules, engine);
  return engine;
}

function compile(rules: Rules): Engine {
  const entities = new Map(rules.entities.map((entity) => [entity.id, entity]));
  const ruleOf = (id: string) => findMeasure(rules.measures, id) as Measure | undefined;
  const countryOf = (id: string) => {
    const entity = entities.get(id);
    return entity?.kind === 'country' ? entity.id : (entity?.country ?? null);
  };
  return {
    language: LANGUAGE,
    manifests: rules.manifests,
    entities,
    entityList: [...entities.values()],
    events: rules.entities.filter((entity) => entity.kind === 'event'),
    measures: rules.measures,
    ruleOf,
    topics: rules.manifests.map((manifest) => compileTopic(manifest.topic, rules.entities)),
    figureRules: compileFigureRules(
      rules.measures.filter((m): m is Measure & FigureMeasureRule => m.kind === 'figure'),
      EN.measures,
    ),
    lexicon: buildLexicon(rules.entities),
    packs: rules.manifests.map(({ id, title, newest }) => ({ id, title, newest })),
    countryOf,
    ...makeLabels(entities, rules.measures, ruleOf),
  };
}
