/**
 * Facts and stances in running text: how somebody took part, who signed, where a country stands (design: figures.md).
 * Silence where it is unclear: a stance that conflicts for nothing costs more than one that is missed.
 */

import type { MeasureRule } from './pack-rules.ts';
import { compileRules, compileWords } from './statements/compiled.ts';
import type { ReaderInput, StatementContext } from './statements/context.ts';
import { readDates, readPhrases } from './statements/facts.ts';
import { measureIdOf } from './statements/measure-of.ts';
import { readParticipation } from './statements/participation.ts';
import { readSets } from './statements/sets.ts';
import { readStances } from './statements/stances.ts';
import { viewSentences } from './statements/view.ts';
import type { StatementWords } from './statements/words.ts';
import type { Reading, Statement } from './types.ts';

export type { StatementContext } from './statements/context.ts';
export { findMeasure } from './statements/measure-of.ts';
export type { StatementWords } from './statements/words.ts';

/**
 * Facts and stances of a page in the order of the text. `rules` are those of the enabled packs (figure measures are left
 * aside); keep the array and `context.entities` between pages, as what is compiled of them is kept with them.
 */
export function readStatements(
  reading: Reading,
  rules: readonly MeasureRule[],
  context: StatementContext,
  words: StatementWords,
): Statement[] {
  const compiled = compileRules(rules);
  const input: ReaderInput = {
    reading,
    context,
    words: compileWords(words),
    views: viewSentences(reading, context.entities, words.isDemonym),
  };
  const found: Statement[] = [];
  for (const measure of compiled.facts) {
    const { rule } = measure;
    if (rule.perSubject) found.push(...readParticipation(input, measure, (person) => measureIdOf(rule, person, rules)));
    else if (rule.variantOf) continue;
    else if (rule.set) found.push(...readSets(input, measure));
    else if (rule.date) {
      if (rule.cues.length > 0) found.push(...readDates(input, measure));
    } else found.push(...readPhrases(input, measure));
  }
  for (const measure of compiled.stances) found.push(...readStances(input, measure));
  return found.sort((a, b) => a.block - b.block || a.start - b.start || a.end - b.end);
}
