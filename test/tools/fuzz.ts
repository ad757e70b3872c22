/**
 * How hard the fuzzing tests try, and with which seed. A whole run (TEST_ALL=1) tries at least 20,000 inputs over all of them, others
 * each time, and prints its seed: `FUZZ_SEED=…` runs the same inputs again. Another run tries a twentieth, always the same: it tells
 * whether a change broke something, and must not fail for what was there before.
 *
 * Tests of properties take `fc` from here, which has that seed.
 */
import fc from 'fast-check';
import { ROWS_FOLDER, writeTried } from './trust-rows.ts';
import { RUNS_WHOLE } from './whole.ts';

const USUAL_SEED = 20_250_905;
export const SEED = Number(process.env.FUZZ_SEED) || (RUNS_WHOLE ? (Date.now() % 0x7fffffff) + 1 : USUAL_SEED);
fc.configureGlobal({ seed: SEED });

export { fc };

const LESS = 20;

/** How many inputs of `whole` this run tries. */
export const tries = (whole: number): number => (RUNS_WHOLE ? whole : Math.ceil(whole / LESS));

/** Options for `fc.assert`; says what is tried, and writes down how many inputs were, for the table of threats and faults. */
export function fuzzing(
  what: string,
  whole: number,
  folder = ROWS_FOLDER,
): { numRuns: number; seed: number; reporter: (run: { numRuns: number; failed: boolean }) => void } {
  const numRuns = tries(whole);
  console.info(`fuzzing ${what}: ${numRuns} inputs${RUNS_WHOLE ? '' : ` of ${whole}`}, FUZZ_SEED=${SEED}`);
  const reporter = (run: { numRuns: number; failed: boolean }): void => {
    writeTried({ what, inputs: run.numRuns, failed: run.failed }, folder);
    if (run.failed) throw new Error(fc.defaultReportMessage(run as fc.RunDetails<unknown>) ?? what);
  };
  return { numRuns, seed: SEED, reporter };
}

/** Strings that programs stumble over: names of the language's own, directions, halves of pairs, dates that are none. */
export const NASTY = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  ' ',
  '\u0000',
  '\u202e2026\u202c',
  '\u2066\u2067\u2068\u2069',
  '\ud800',
  '\udc00',
  'e\u0301'.repeat(40),
  '\u00ad\u200b\u200d\ufeff',
  '0000-00-00',
  '0000-01-01T00:00:00Z',
  '-000001-01-01',
  '9999-99-99',
  '+275760-09-13T00:00:00.000Z',
  '2025-02-30',
  '1e400',
  '-0',
  'NaN',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}',
  '9'.repeat(400),
  '('.repeat(200),
];

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);

/** Anything that JSON or a structured clone can carry. */
export const nastyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nastyText,
    fc.constantFrom(null, undefined, true, false, 0, -0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e308),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(nastyText, tie('value'), { maxKeys: 5 }),
  ),
})).value;

/** Where in a value something can be put in place of what is there. */
function places(
  value: unknown,
  path: (string | number)[] = [],
  found: (string | number)[][] = [],
): (string | number)[][] {
  if (path.length > 0) found.push(path);
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      places(inner, [...path, Array.isArray(value) ? Number(key) : key], found);
  return found;
}

/** A good value with one to three of its parts replaced, taken out, doubled or moved. `good` makes a fresh one each time. */
export function broken(good: () => unknown): fc.Arbitrary<unknown> {
  const all = places(good());
  const change = fc.record({
    at: fc.nat(all.length - 1),
    from: fc.nat(all.length - 1),
    how: fc.constantFrom('replace', 'delete', 'double', 'move', 'rename'),
    value: nastyValue,
    name: nastyText,
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const value = good();
    for (const { at, from, how, value: other, name } of changes) {
      const path = all[at]!;
      const key = path.at(-1)!;
      const holder = reach(value, path.slice(0, -1)) as Record<string | number, unknown> | undefined;
      if (typeof holder !== 'object' || holder === null) continue;
      if (how === 'replace') holder[key] = other;
      else if (how === 'delete') delete holder[key];
      else if (how === 'move') holder[key] = structuredClone(reach(value, all[from]!));
      else if (how === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[key as number]));
      else if (!Array.isArray(holder))
        Object.defineProperty(holder, name, {
          value: holder[key],
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }
    return value;
  });
}

function reach(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}
