/**
 * How much of a long test is run. `TEST_ALL=1` (set by `npm run test:all`) runs all of it; without it a test that repeats
 * something hundreds of times repeats it a few times, and says so.
 */
export const RUNS_WHOLE = process.env.TEST_ALL === '1';

/** How often to repeat: `whole` in a whole run, else `short`, which is printed. */
export function times(what: string, short: number, whole: number): number {
  if (RUNS_WHOLE) return whole;
  console.info(`${what}: ${short} of ${whole} (all of them with TEST_ALL=1)`);
  return short;
}
