/**
 * The places of the highest scores above 0, highest first and of equals the first; at most `most`. Common names stand in thousands of
 * documents: sorting all of them by a function took longer than all that a page asks of a large pack beside it.
 */
export function highest(scores: Float64Array, most: number): number[] {
  const sorted = scores.slice().sort();
  const least = Math.max(sorted[Math.max(0, sorted.length - most)] ?? 0, Number.MIN_VALUE);
  const found: number[] = [];
  scores.forEach((score, at) => {
    if (score >= least) found.push(at);
  });
  return found.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, most);
}
