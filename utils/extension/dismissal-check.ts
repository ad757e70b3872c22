/** Is this a dismissal as this version writes it? Asked of the storage and of backups. */
import type { Dismissal } from '../dismissals.ts';
import { type Check, either, list, nullable, number, oneOf, shape, text, values } from './checks.ts';

/** Ids are shorter than 100 characters, words of a page are cut at 120; more was not written by us. */
const LONGEST = 500;
/** Numbers on the other side of one dispute. */
const MOST_SIDES = 500;
const MOST_SCOPES = 20;

const short: Check = (value) => text(value) && (value as string).length <= LONGEST;
const few =
  (check: Check, most: number): Check =>
  (value) =>
    list(check)(value) && (value as unknown[]).length <= most;
const scope: Check = (value) => values(short)(value) && Object.keys(value as object).length <= MOST_SCOPES;

const said = either(
  shape({ low: nullable(number), high: nullable(number), unit: nullable(short) }),
  shape({ value: short }),
);

const figure = shape({
  kind: oneOf('figure'),
  pack: short,
  measure: short,
  scope,
  says: said,
  against: few(said, MOST_SIDES),
  title: short,
  display: short,
  others: few(short, MOST_SIDES),
});

const name = shape({
  kind: oneOf('name'),
  pack: short,
  entity: short,
  form: short,
  surface: short,
  name: short,
});

const dismissal = either(figure, name);

export const isDismissal = (value: unknown): value is Dismissal => dismissal(value);
