/**
 * The places of the highest scores above 0, highest first and of equals the first; at most `most`. Common names stand in thousands
 * of documents of a large pack, and nearly all of them are only looked at here: sorting the scores took longer than the rest of
 * what a page asks.
 */
export function highest(scores: Float64Array, most: number): number[] {
  const found: number[] = [];
  /** What is not above it is not among the highest any more. */
  let least = most > 0 ? 0 : Number.POSITIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!;
    if (!(score > least)) continue;
    let place = found.length;
    while (place > 0 && scores[found[place - 1]!]! < score) place--;
    found.splice(place, 0, at);
    if (found.length > most) found.pop();
    if (found.length === most) least = scores[found[most - 1]!]!;
  }
  return found;
}
