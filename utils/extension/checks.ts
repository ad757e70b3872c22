/**
 * Shape checks for what arrives on a page. By hand, because making even zod/mini's schemas of the report took 50 ms of the
 * page's thread on every page that the reader starts on; these take none.
 */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const offset: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
export const flag: Check = (value) => typeof value === 'boolean';
export const nothing: Check = (value) => value === null;

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

export const list =
  (check: Check): Check =>
  (value) =>
    // `every` would step over holes.
    Array.isArray(value) && value.findIndex((one) => !check(one)) === -1;

/** A list of fixed places, each of its own kind; what a later version adds behind them passes through. */
export const row =
  (...checks: readonly Check[]): Check =>
  (value) => {
    if (!Array.isArray(value)) return false;
    for (let i = 0; i < checks.length; i += 1) if (!checks[i]!(value[i])) return false;
    return true;
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object whose named fields pass; fields that a later version adds pass through. */
export const shape = (fields: Readonly<Record<string, Check>>): Check => {
  const names = Object.keys(fields);
  const checks = Object.values(fields);
  return (value) => {
    if (!isObject(value)) return false;
    for (let i = 0; i < names.length; i += 1) if (!checks[i]!(value[names[i]!])) return false;
    return true;
  };
};

/** An object all of whose values pass. */
export const values =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

export const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

/** A check where a parser is asked for: what passes is taken as it is. */
export const parser = (check: Check) => ({
  safeParse: (value: unknown) => (check(value) ? { success: true as const, data: value } : { success: false as const }),
});
