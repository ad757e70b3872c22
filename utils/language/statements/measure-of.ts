/** Rules for measures whose ids are made of a person's name. */

import { foldWord } from '../tokens.ts';
import type { EntityRule, FactMeasureRule, MeasureRule } from '../types.ts';

const SURNAME = '{surname}';

/** "Volodymyr Zelensky" → "zelensky": the last part of the entity's id, as ids are names in order. */
const surnameOf = (entity: EntityRule): string => entity.id.split('-').at(-1) ?? foldWord(entity.name);

/** Id of the measure of one person: a rule of their own where the pack has one, else made of the name. */
export function measureIdOf(rule: FactMeasureRule, person: EntityRule, rules: readonly MeasureRule[]): string {
  const own = rules.find((r) => r.kind === 'fact' && r.variantOf === rule.id && r.subject === person.id);
  return own?.id ?? (rule.perSubject ?? rule.id).replace(SURNAME, surnameOf(person));
}

/** The rule of a measure's id, also where it is made of a name ("meloni-participation-mode"); undefined where there is none. */
export function findMeasure(rules: readonly MeasureRule[], id: string): MeasureRule | undefined {
  const exact = rules.find((rule) => rule.id === id);
  if (exact) return exact;
  return rules.find((rule) => {
    if (rule.kind !== 'fact' || !rule.perSubject) return false;
    const [head = '', tail = ''] = rule.perSubject.split(SURNAME);
    return id.length > head.length + tail.length && id.startsWith(head) && id.endsWith(tail);
  });
}
