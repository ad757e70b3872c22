/** A language's words and a pack's rules, compiled once. */
import type { FactMeasureRule, MeasureRule, StanceMeasureRule } from '../pack-rules.ts';
import type { FrameWords } from './frame.ts';
import { compilePattern, compilePhrases, type Pattern } from './patterns.ts';
import type { SubjectWords } from './subject.ts';
import type { StatementWords } from './words.ts';

export interface CompiledWords {
  raw: StatementWords;
  frame: FrameWords;
  subject: SubjectWords;
  stops: ReadonlySet<string>;
  denials: readonly Pattern[];
  participation: { [K in keyof StatementWords['participation']]: readonly Pattern[] };
  together: readonly Pattern[];
  beforeList: ReadonlySet<string>;
}

export interface CompiledFact {
  rule: FactMeasureRule;
  values: { value: string; patterns: Pattern[] }[];
  cues: Pattern[];
  antiCues: Pattern[];
  listBefore: Pattern[];
  listAfter: Pattern[];
}

export interface CompiledStance {
  rule: StanceMeasureRule;
  values: { value: string; cues: Pattern[]; own: Pattern[]; ownDenied: Pattern[]; short: Pattern[] }[];
  missions: { mission: string; patterns: Pattern[] }[];
  cues: Pattern[];
  antiCues: Pattern[];
  objects: Pattern[];
  notSubjects: ReadonlySet<string>;
}

export interface CompiledRules {
  facts: CompiledFact[];
  stances: CompiledStance[];
}

const wordsOf = new WeakMap<StatementWords, CompiledWords>();
const rulesOf = new WeakMap<readonly MeasureRule[], CompiledRules>();

const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);

export function compileWords(words: StatementWords): CompiledWords {
  const known = wordsOf.get(words);
  if (known) return known;
  const compiled: CompiledWords = {
    raw: words,
    frame: {
      negators: compilePhrases(words.negators),
      denyingOwners: compilePhrases(words.denyingOwners),
      unreal: compilePhrases(words.unreal),
      unsaid: compilePhrases(words.unsaid),
      openers: compilePhrases(words.openers),
      inverted: compilePhrases(words.inverted),
      past: compilePhrases(words.past),
      once: compilePhrases(words.once),
      pluperfect: compilePhrases(words.pluperfect),
      expected: compilePhrases(words.expected),
      proposed: compilePhrases(words.proposed),
      draft: compilePhrases(words.draft),
    },
    subject: {
      prepositions: set(words.prepositions),
      telling: compilePhrases(words.telling),
      others: set(words.others),
      agents: set(words.agents),
      pronouns: set(words.pronouns),
      articles: set(words.articles),
      relatives: set(words.relatives),
      auxiliaries: set(words.auxiliaries),
      joiners: set(words.joiners),
      calendar: set(words.calendar),
      capitals: set([...words.calendar, ...words.capitals]),
    },
    stops: set(words.stops),
    denials: compilePhrases(words.denials),
    together: compilePhrases(words.sets.together),
    participation: Object.fromEntries(
      Object.entries(words.participation).map(([name, phrases]) => [name, compilePhrases(phrases)]),
    ) as unknown as CompiledWords['participation'],
    beforeList: set(words.sets.before),
  };
  wordsOf.set(words, compiled);
  return compiled;
}

/** Throws an error that names the pattern where one cannot be read: the pack's check sees to it before a page is read. */
export function compileRules(rules: readonly MeasureRule[]): CompiledRules {
  const known = rulesOf.get(rules);
  if (known) return known;
  const compiled: CompiledRules = { facts: [], stances: [] };
  for (const rule of rules) {
    if (rule.kind === 'figure') continue;
    const classes = rule.words ?? {};
    const all = (sources: readonly string[]) => sources.map((source) => compilePattern(source, classes));
    if (rule.kind === 'fact')
      compiled.facts.push({
        rule,
        values: rule.values.map(({ value, cues }) => ({ value, patterns: all(cues) })),
        cues: all(rule.cues),
        antiCues: all(rule.antiCues),
        listBefore: all(rule.list?.before ?? []),
        listAfter: all(rule.list?.after ?? []),
      });
    else
      compiled.stances.push({
        rule,
        values: rule.values.map(({ value, cues, own, ownDenied, short }) => ({
          value,
          cues: all(cues),
          own: all(own ?? []),
          ownDenied: all(ownDenied ?? []),
          short: all(short ?? []),
        })),
        missions: rule.missions.map(({ mission, cues }) => ({ mission, patterns: all(cues) })),
        cues: all(rule.cues),
        antiCues: all(rule.antiCues),
        objects: all(rule.objects),
        notSubjects: set(rule.notSubjects ?? []),
      });
  }
  rulesOf.set(rules, compiled);
  return compiled;
}
