/** Positions said in short: "Would Irish soldiers go? As part of the force, they will not; as peacekeepers, perhaps." */
import type { CompiledStance } from './compiled.ts';
import type { ReaderInput } from './context.ts';
import { partEnd, unsaidBecause } from './frame.ts';
import { findPatterns, hasPhrase, type Match } from './patterns.ts';
import { gapBefore, type Referent, type SentenceView } from './view.ts';

export interface Answer extends Match {
  value: string;
  mission: string;
  country: Referent;
}

/**
 * Parts of a sentence that name a mission and end with a short answer, where the sentence before, in the same paragraph, asks
 * or tells of the soldiers of one country. A part with a country of its own is no answer.
 */
export function answersIn(
  input: ReaderInput,
  at: number,
  measure: CompiledStance,
  wanted: (referent: Referent) => boolean,
): Answer[] {
  const view = input.views[at]!;
  const country = askedAbout(input, at, measure, wanted);
  if (!country || view.sentence.question) return [];
  const found: Answer[] = [];
  for (let start = 0; start < view.tokens.length; start = partEnd(view, start)) {
    const end = partEnd(view, start);
    if (view.referents.some((r) => wanted(r) && r.from >= start && r.to <= end)) continue;
    if (unsaidBecause(view, start, end, input.words.frame)) continue;
    const mission = missionIn(view, start, end, measure);
    const answer = mission === null ? null : answerAt(view, start, end, measure);
    if (mission !== null && answer) found.push({ ...answer, mission, country });
  }
  return found;
}

/** The one country whose soldiers the sentence before speaks of. */
function askedAbout(
  { views }: ReaderInput,
  at: number,
  measure: CompiledStance,
  wanted: (referent: Referent) => boolean,
): Referent | null {
  const before = views[at - 1];
  if (!before || before.block !== views[at]!.block || !hasPhrase(measure.objects, before.tokens)) return null;
  const named = before.referents.filter(wanted);
  return new Set(named.map((r) => r.country)).size === 1 ? named.at(-1)! : null;
}

function missionIn(view: SentenceView, start: number, end: number, measure: CompiledStance): string | null {
  const named = measure.missions.filter(({ patterns }) =>
    findPatterns(patterns, view.tokens).some(({ from, to }) => from >= start && to <= end),
  );
  return named.length === 1 ? named[0]!.mission : null;
}

/** An answer behind a comma that ends the part; the longest. */
function answerAt(
  view: SentenceView,
  start: number,
  end: number,
  measure: CompiledStance,
): (Match & { value: string }) | null {
  let best: (Match & { value: string }) | null = null;
  for (const { value, short } of measure.values)
    for (const { from, to } of findPatterns(short, view.tokens)) {
      if (from < start || to !== end || !/[,–—]/.test(gapBefore(view, from))) continue;
      if (!best || to - from > best.to - best.from) best = { from, to, value };
    }
  return best;
}
