/** One verdict from the verdicts against every comparable source (design/figures.md, "For a figure against all"). */
import type { Exactness, Verdict } from '../utils/report.ts';

/** One source's part in a verdict. `inWindow`: its as-of date lies in the measure's window of the page's date. */
export interface SourceVote {
  verdict: 'same' | 'fits' | 'strained' | 'conflicts';
  exactness?: Exactness;
  inWindow: boolean;
  /** As-of date as a sortable ISO string; empty where unknown. */
  asOf: string;
  /** Later than the page. */
  later: boolean;
}

const fits = (v: SourceVote) => v.verdict === 'same' || v.verdict === 'fits';

/** All fitting sources agree on how exact the page is, or the page has no common exactness. */
function exactness(votes: readonly SourceVote[]): Exactness | undefined {
  const found = new Set(votes.filter(fits).map((v) => v.exactness));
  if (found.size !== 1) return undefined;
  return [...found][0];
}

/** Pure: the verdict, and the exactness where all that fits is wider, or narrower, than the page. */
export function overallVerdict(votes: readonly SourceVote[]): { verdict: Verdict; exactness?: Exactness } {
  const near = votes.filter((v) => v.inWindow);
  if (near.length) {
    const agreeing = near.filter(fits);
    const conflicting = near.filter((v) => v.verdict === 'conflicts');
    if (conflicting.length) return { verdict: agreeing.length ? 'sources differ' : 'conflicts' };
    if (agreeing.length < near.length && !agreeing.length) return { verdict: 'strained' };
    return { verdict: agreeing.length < near.length ? 'strained' : 'agrees', exactness: exactness(near) };
  }
  if (!votes.length) return { verdict: 'only here' };
  const earlier = votes.filter((v) => !v.later).sort((a, b) => b.asOf.localeCompare(a.asOf));
  const later = votes.filter((v) => v.later).sort((a, b) => a.asOf.localeCompare(b.asOf));
  const laterConflict = later.some((v) => v.verdict === 'conflicts');
  const newest = earlier[0];
  if (newest && fits(newest) && !laterConflict) return { verdict: 'as last reported', exactness: exactness([newest]) };
  if (laterConflict || (newest && newest.verdict === 'conflicts')) return { verdict: 'changed since' };
  if (newest) return { verdict: fits(newest) ? 'as last reported' : 'strained' };
  return { verdict: later.some(fits) ? 'as last reported' : 'strained' };
}
