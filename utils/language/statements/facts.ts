/** Facts whose values are dates or phrases: when it began, whether the Americans came. Sets: sets.ts. */
import type { DateRange, Statement } from '../types.ts';
import type { CompiledFact } from './compiled.ts';
import { eventScope, type ReaderInput, spokenBy } from './context.ts';
import { isNegated, modalityOf, unsaidBecause } from './frame.ts';
import { findPatterns, hasPhrase, type Match } from './patterns.ts';
import { placeOf, type Referent, type SentenceView } from './view.ts';

/** "was launched in London on 2 March": words between the verb and its date. */
const DATE_REACH = 10;
/** A coalition must be named so near before "was launched". */
const NAMED_REACH = 12;

type Reader = (input: ReaderInput, measure: CompiledFact) => Statement[];

/** Runs a reader's work on every sentence that has the measure's cues and none of what excludes it. */
const eachSentence = (
  input: ReaderInput,
  measure: CompiledFact,
  read: (view: SentenceView, at: number) => Statement[],
): Statement[] =>
  input.views.flatMap((view, at) => {
    if (view.sentence.question) return [];
    if (measure.cues.length > 0 && !hasPhrase(measure.cues, view.tokens)) return [];
    if (hasPhrase(measure.antiCues, view.tokens)) return [];
    return read(view, at);
  });

/** A fact of `measure` as the words of `span` say it; `verb` is the token that says whether it has happened. */
export function factOf(
  input: ReaderInput,
  measure: CompiledFact,
  view: SentenceView,
  span: Match,
  value: string,
  verb: number,
): Statement {
  const place = placeOf(view, span.from, span.to);
  const surface = view.text.slice(place.start, place.end);
  return {
    ...place,
    kind: 'fact',
    surface,
    measure: measure.rule.id,
    scope: measure.rule.requires.includes('event') ? eventScope(input.context, place) : {},
    value,
    ...spokenBy(input.context, place),
    modality: modalityOf(view, verb, input.words.frame, !measure.rule.aboutFuture),
    because: [`“${surface}”`],
  };
}

/** Supposed, wished or denied. */
export const isDenied = (view: SentenceView, subject: number, at: number, input: ReaderInput) =>
  unsaidBecause(view, subject, at, input.words.frame) !== null || isNegated(view, at, 3, input.words.frame);

/** "The coalition was formed in London on 2 March 2025", "Formed in March, the coalition …". */
export const readDates: Reader = (input, measure) =>
  eachSentence(input, measure, (view) => {
    for (const verb of findPatterns(measure.cues, view.tokens)) {
      const coalition = view.referents.find((r) => r.kind === 'coalition' && isNear(r, verb));
      if (!coalition || isDenied(view, Math.min(coalition.from, verb.from), verb.from, input)) continue;
      const reach = view.tokens[Math.min(view.tokens.length, verb.to + DATE_REACH) - 1]!.end;
      const date = input.reading.dates.find(
        (d) => d.block === view.block && d.start >= view.tokens[verb.from]!.start && d.end <= reach,
      );
      if (!date) continue;
      const to = view.tokens.filter((token) => token.start < date.end).length;
      return [factOf(input, measure, view, { from: verb.from, to }, partialDate(date.range), verb.from)];
    }
    return [];
  });

/** Before the verb, or behind it where the verb opens the sentence. */
const isNear = (named: Referent, verb: Match): boolean =>
  named.to <= verb.from ? verb.from - named.to <= NAMED_REACH : verb.from === 0 && named.from - verb.to <= NAMED_REACH;

/** The shortest date that is the whole range: year, month or day; a stretch of days is its first one's month. */
function partialDate({ from, to }: DateRange): string {
  if (from === to) return from;
  return from.slice(5) === '01-01' && to.slice(5) === '12-31' ? from.slice(0, 4) : from.slice(0, 7);
}

/** Values that phrases name, in sentences with the measure's cues. */
export const readPhrases: Reader = (input, measure) =>
  eachSentence(input, measure, (view) => {
    let best: { match: Match; value: string } | null = null;
    for (const { value, patterns } of measure.values)
      for (const match of findPatterns(patterns, view.tokens)) {
        if (best && best.match.to - best.match.from >= match.to - match.from) continue;
        if (!isDenied(view, match.from, match.from, input)) best = { match, value };
      }
    return best ? [factOf(input, measure, view, best.match, best.value, best.match.from)] : [];
  });
