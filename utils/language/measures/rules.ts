/** The figure measures of a pack, compiled once: every list of cues filed in one book. */
import { CueBook, type Vocabulary } from '../cues.ts';
import type { CueRule, FigureMeasureRule } from '../pack-rules.ts';

/** What the classifier must know of a language. */
export interface MeasureWords {
  /** After a bare number they make it a difference: "nine more than the Union has". */
  difference: readonly string[];
  /** Before a small number they point back at people already named: "the two presidents". */
  definite: readonly string[];
  /** Before a figure that opens a clause they say that it is new to the reader: "a 19-member group". */
  indefinite: readonly string[];
  /** Behind a number they make it a part of a whole: "26 of the members". */
  partOf: readonly string[];
  /** Before a number they make it the whole that a part is taken from: "of the 35 governments, 26 …". */
  wholeBefore: readonly string[];
  /** Before a noun they ask what bare numbers up to the end of the next sentence count: "How many troops? 10,000, one hears". */
  howMany: readonly string[];
  /** Before a noun they say what a later bare number counts: "put the number of countries at 30". */
  numberOf: readonly string[];
  /** A plural, folded, as the lemma that quantities carry. */
  singular(plural: string): string;
  /** Behind a country's adjective they are those who say it: "British planners". */
  sayers: readonly string[];
  /** They open a clause about what stands before it: "Germany, which has 5,000". */
  relatives: readonly string[];
  /** "When", "where": behind a comma they open an aside about a day or a place. */
  whens: readonly string[];
  /** Behind a figure they begin what is said of a part of it: "20 leaders, most of whom …". */
  partBehind: readonly string[];
  /** Before a bare number they give another value of what was counted just before: "London puts it at 28". */
  sameAgain: readonly string[];
  /** Before a bare number, behind a comma: the same count by somebody else ("35 nations, or 37 if you ask others"). */
  or: readonly string[];
  /** Behind it, the same: "if you ask". */
  otherwise: readonly string[];
  /** Before a figure they make it the value of an earlier day: "a rise from the initial eleven". */
  formerly: readonly string[];
  /** Before a bare number behind a percentage they make it one: "58 per cent, up from 52". */
  changeFrom: readonly string[];
  /** Right before a figure they end what was said of the one before: "two died and three were hurt". */
  joints: readonly string[];
  /** Behind a name and a comma they open an aside about it: "the coalition, a group of 35 states, …". */
  asides: readonly string[];
  /** Behind a bare number they say that it counts what the figure before did: "and would send 12 more". */
  more: readonly string[];
  /** Nouns that stand for the one before: "28 others". */
  others: readonly string[];
  /** Who says it stands behind these, and has no part in the figure: "…, said a British officer". */
  speech: readonly string[];
  /** Behind a figure they begin its examples: "31 countries, including Japan and Norway, met". */
  examples: readonly string[];
  /** Behind names they close the examples: "two dozen, Macron and Merz among them, followed". */
  examplesEnd: readonly string[];
  /** Behind a figure they introduce whose it is: "soldiers from France". */
  origin: readonly string[];
}

export interface CompiledGroup {
  cues: number;
  side?: 'before' | 'after';
  adjacent?: boolean;
  touching?: boolean;
  about?: boolean;
}

export interface CompiledMeasure {
  rule: FigureMeasureRule;
  /** Noun lemma → unit. */
  unitOf: Map<string, string>;
  select: { groups: CompiledGroup[]; rule: CueRule }[];
  anti: number;
  levels: { cues: number; unit: string } | null;
  antiSentence: number | null;
  periods: { period: string; cues: number }[];
  groups: { group: string; cues: number }[];
}

/** Each list of a language's words, filed in the book under a number. */
type FiledWords = { [K in keyof Omit<MeasureWords, 'others' | 'singular'>]: number };

export interface FigureRules extends FiledWords {
  book: CueBook;
  measures: CompiledMeasure[];
  byId: Map<string, FigureMeasureRule>;
  others: ReadonlySet<string>;
  singular(plural: string): string;
}

/** Compiles the figure measures of a pack. Throws an error that names the cue where one cannot be read. */
export function compileFigureRules(
  measures: readonly FigureMeasureRule[],
  words: MeasureWords,
  vocabulary: Vocabulary = {},
): FigureRules {
  const book = new CueBook();
  const add = (cues: readonly string[]) => book.add(cues, vocabulary);
  const { others, singular, ...lists } = words;
  const filed = Object.fromEntries(
    Object.entries(lists).map(([name, cues]) => [name, book.add(cues)]),
  ) as unknown as FiledWords;
  return {
    book,
    ...filed,
    others: new Set(others),
    singular,
    byId: new Map(measures.map((rule) => [rule.id, rule])),
    measures: measures.map((rule) => ({
      rule,
      unitOf: new Map(
        Object.entries(rule.units).flatMap(([unit, nouns]) => nouns.map((noun) => [noun, unit] as const)),
      ),
      select: rule.select.map((one) => ({
        rule: one,
        groups: one.all.map((group) =>
          Array.isArray(group) ? { cues: add(group) } : { ...group, cues: add(group.cues) },
        ),
      })),
      anti: add(rule.antiCues),
      levels: rule.levels ? { cues: add(rule.levels.cues), unit: rule.levels.unit } : null,
      antiSentence: rule.antiSentence ? add(rule.antiSentence) : null,
      groups: (rule.groups ?? []).map(({ group, cues }) => ({ group, cues: add(cues) })),
      periods: (rule.periods ?? []).map(({ period, cues }) => ({ period, cues: add(cues) })),
    })),
  };
}
