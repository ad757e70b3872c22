/** Rules for measures whose ids are made of a person's name. */

import type { EntityRule, FactMeasureRule, MeasureRule } from '../pack-rules.ts';
import { foldWord } from '../tokens.ts';

const SURNAME = '{surname}';

const keyOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map(foldWord)
    .join('');

/**
 * "Volodymyr Zelensky" → "zelensky", "Ursula von der Leyen" → "vonderleyen", "Xi Jinping" → "xi": the shortest of the names
 * that the pack calls the person by and that ends (else begins) the full name; else the id's last part, as ids are names in order.
 */
function surnameOf(entity: EntityRule): string {
  const full = keyOf(entity.id);
  const known = entity.aliases.map(({ text }) => keyOf(text)).filter((key) => key !== '' && key.length < full.length);
  const shortest = (keys: readonly string[]) => [...keys].sort((a, b) => a.length - b.length)[0];
  const ending = shortest(known.filter((key) => full.endsWith(key)));
  return ending ?? shortest(known.filter((key) => full.startsWith(key))) ?? entity.id.split('-').at(-1) ?? full;
}

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
