/**
 * Whether the language code can work with a pack's words: classes of phrases that are there, patterns that can be read, and
 * none that takes long to match. One measure that cannot be read would stop the whole pack, on every page.
 */
import { EN } from '../../utils/language/en/index.ts';
import { compileFigureRules } from '../../utils/language/measures/rules.ts';
import type { FigureMeasureRule } from '../../utils/language/pack-rules.ts';
import { compileRules } from '../../utils/language/statements/compiled.ts';
import { LIST_MOST, PATTERN_WAYS_MOST } from '../pack-limits.ts';
import type { Measure, Vocabulary } from '../schema/measure.ts';
import type { Pack } from '../schema/pack.ts';
import { measuresWithVocabulary } from '../vocabulary.ts';
import type { Problem } from './problem.ts';

/** Problems of the vocabulary first: where there are any, the measures cannot be judged. */
export function compileProblems(pack: Pick<Pack, 'measures' | 'vocabulary'>): Problem[] {
  const classes = vocabularyProblems(pack.vocabulary);
  if (classes.length > 0) return classes;
  return pack.measures.flatMap((measure, at) => {
    const costly = costlyPatterns(measure);
    const problems = costly.length > 0 ? costly : unreadable(measure, pack.vocabulary);
    return problems.map((problem) => ({ ...problem, path: ['measures', at, ...problem.path] }));
  });
}

/** Classes may name classes. Each is written out once, counted: a few lines that double each other would fill a memory. */
function vocabularyProblems(vocabulary: Vocabulary): Problem[] {
  const problems: Problem[] = [];
  const sizes = new Map<string, number>();
  const open = new Set<string>();
  const sizeOf = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) {
      problems.push({
        path: ['vocabulary', name],
        text: `“@${name}” names itself, by way of other classes or straight`,
        remedy: 'write its phrases out',
      });
      return 0;
    }
    open.add(name);
    let size = 0;
    for (const phrase of vocabulary[name] ?? [])
      if (!phrase.startsWith('@')) size++;
      else if (Object.hasOwn(vocabulary, phrase.slice(1))) size += sizeOf(phrase.slice(1));
      else
        problems.push({
          path: ['vocabulary', name],
          text: `no class “${phrase}” in the vocabulary`,
          remedy: 'add it or correct its name',
        });
    open.delete(name);
    sizes.set(name, size);
    return size;
  };
  for (const name of Object.keys(vocabulary))
    if (sizeOf(name) > LIST_MOST)
      problems.push({ path: ['vocabulary', name], text: `stands for more than ${LIST_MOST} phrases` });
  return problems;
}

/** Tries what reading a page does first. */
function unreadable(measure: Measure, vocabulary: Vocabulary): Problem[] {
  try {
    const [written] = measuresWithVocabulary({ measures: [measure], vocabulary });
    if (written?.kind === 'figure') compileFigureRules([written as Measure & FigureMeasureRule], EN.measures);
    else if (written) compileRules([written]);
    return [];
  } catch (error) {
    return [{ path: [], text: error instanceof Error ? error.message : String(error) }];
  }
}

/** Fields that hold patterns lie anywhere in facts and stances; a figure's cues are plain phrases and cost nothing. */
function costlyPatterns(measure: Measure): Problem[] {
  if (measure.kind === 'figure') return [];
  const problems: Problem[] = [];
  const visit = (value: unknown, path: Problem['path']): void => {
    if (typeof value === 'string') {
      if (waysOf(value) > PATTERN_WAYS_MOST)
        problems.push({
          path,
          text: `“${value.slice(0, 60)}” can match in more than ${PATTERN_WAYS_MOST} ways at one place`,
          remedy: 'use fewer or smaller gaps (_4, ~4) and optional words',
        });
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(measure, []);
  return problems;
}

/** Gaps may be as long as they say or shorter; what is optional may be there or not; a choice is one of its words. */
function waysOf(pattern: string): number {
  return pattern.split(/\s+/).reduce((ways, part) => {
    const gap = /^[_~](\d)$/.exec(part);
    if (gap) return ways * (Number(gap[1]) + 1);
    return part.endsWith('?') ? ways * 2 : ways;
  }, 1);
}
