/** A claim's quantity with its intervals, read from its own words where they say it, so that both sides are read alike. */
import { intervalsOf } from '../utils/language/quantities/intervals.ts';
import type { Quantity } from '../utils/language/types.ts';
import type { QuantityValue } from '../utils/report.ts';
import type { FigureClaim } from './schema/document.ts';

/** Reads the quantities of a few words; the language's reader. */
export type SurfaceReader = (surface: string) => Quantity[];

/** From here on, a count that ends in 000 is a rounded one; from a million on it is printed in millions. */
const ROUNDED_FROM = 1000;
const MILLION = 1e6;

/** Unit of the last printed digit of a rounded number; 0 for exact counts. */
function printedStep(value: number): number {
  if (!Number.isInteger(value)) return 10 ** -(String(value).split('.')[1]?.length ?? 0);
  if (Math.abs(value) < ROUNDED_FROM || value % 1000 !== 0) return 0;
  let step = 1000;
  while (Math.abs(value) >= MILLION && value % (step * 10) === 0) step *= 10;
  return step;
}

/** The quantity of the claim as its surface prints it; undefined where the words say another number or none. */
function fromSurface(claim: FigureClaim, read: SurfaceReader): Quantity | undefined {
  const { value, low, high, bound } = claim.quantity;
  return read(claim.surface).find((q) => {
    if (q.bound !== bound) return false;
    if (value !== undefined) return q.value === value;
    return q.value === undefined && q.hard.low === (low ?? null) && q.hard.high === (high ?? null);
  });
}

const kept = new WeakMap<FigureClaim, QuantityValue>();

/** Hard and soft intervals of a claim. */
export function claimQuantity(claim: FigureClaim, read: SurfaceReader): QuantityValue {
  const known = kept.get(claim);
  if (known) return known;
  const { value, low, high, bound, unit } = claim.quantity;
  const printed = fromSurface(claim, read);
  const step = value === undefined ? 0 : printedStep(value);
  const { hard, soft } =
    printed ??
    intervalsOf(
      {
        value: value ?? null,
        low: value ?? low ?? 0,
        high: value ?? high ?? Number.POSITIVE_INFINITY,
        step,
        dozens: false,
        whole: Number.isInteger(value ?? low ?? 0),
      },
      bound,
    );
  const quantity: QuantityValue = {
    value,
    bound,
    hard: { ...hard },
    soft: { ...soft },
    unit,
    precision: printed?.precision ?? step / 2,
  };
  // A range with one open end ("from 2,000 up") keeps it open.
  if (value === undefined && high == null) quantity.hard.high = quantity.soft.high = null;
  if (value === undefined && low == null) quantity.hard.low = quantity.soft.low = null;
  kept.set(claim, quantity);
  return quantity;
}
