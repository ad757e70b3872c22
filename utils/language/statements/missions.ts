/** What kind of deployment a position speaks of: the reassurance force, peacekeeping, a place beside the country. */
import type { CompiledStance, CompiledWords } from './compiled.ts';
import { partEnd, partStart } from './frame.ts';
import { findPatterns, type Match } from './patterns.ts';
import { referentAt, type SentenceView } from './view.ts';

/** "troops to Lithuania": words between the troops and where they go. */
const DESTINATION_REACH = 4;

/** The mission named in the same part of the sentence, nearest to the value; "" where none is; null where the troops go elsewhere. */
export function missionOf(
  view: SentenceView,
  position: Match,
  measure: CompiledStance,
  words: CompiledWords,
): string | null {
  const start = partStart(view, position.from);
  const end = partEnd(view, position.to - 1);
  const placeMission = measure.missions[0]?.mission;
  let best = '';
  let nearest = Number.POSITIVE_INFINITY;
  for (const { mission, patterns } of measure.missions)
    for (const match of findPatterns(patterns, view.tokens)) {
      if (match.from < start || match.to > end || !inClauseOf(view, position, match)) continue;
      // "Poland will send nobody": a country that acts is no place. ", only in neighbouring countries": said of another thing.
      const names = referentAt(view, match.from) !== undefined;
      if (match.from < position.from && names) continue;
      if (mission === placeMission && match.from >= position.to && hasPause(view, position.to, match.from)) continue;
      const distance = Math.max(0, match.from - position.to, position.from - match.to);
      if (distance < nearest) {
        nearest = distance;
        best = mission;
      }
    }
  if (best !== '') return best;
  for (let k = position.to; k < Math.min(end, position.to + DESTINATION_REACH); k++) {
    const place = referentAt(view, k);
    if (!words.subject.prepositions.has(view.tokens[k - 1]!.word)) continue;
    if (place?.kind === 'country' && !place.attributive && !measure.notSubjects.has(place.country ?? '')) return null;
  }
  return '';
}

/** "excludes troops but would join a peace mission": the mission is the second one's. */
function inClauseOf(view: SentenceView, position: Match, mission: Match): boolean {
  const clause = (token: number) => {
    const { start } = view.tokens[token]!;
    return view.sentence.clauses.findIndex((c) => c.start <= start && start < c.end);
  };
  const at = clause(mission.from);
  return at < 0 || (clause(position.from) <= at && at <= clause(position.to - 1));
}

const hasPause = (view: SentenceView, from: number, to: number): boolean =>
  /[,()–—]/.test(view.text.slice(view.tokens[from - 1]!.end, view.tokens[to]!.start));
