/** Changes that need a person's judgement, made to a record before it is converted. Pure. */
import { Refused } from './refusal.ts';
import type { SourceRecord } from './source-record.ts';

/** One change: which item of which record, what is set on it, and why. `null` in a scope takes the key away. */
export interface Mend {
  record: string;
  list: 'figures' | 'stances' | 'facts';
  /** Fields by which the item is found; all must be equal, and one item at least must have them. */
  where: Readonly<Record<string, string | number>>;
  set: Readonly<Record<string, unknown>> & { scope?: Readonly<Record<string, string | null>> };
  why: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The record with its mends; throws `Refused` for a mend that finds nothing, as the data has changed below it. */
export function applyMends(record: SourceRecord, mends: readonly Mend[]): SourceRecord {
  return mends.filter((mend) => mend.record === record.id).reduce(applyMend, record);
}

function applyMend(record: SourceRecord, mend: Mend): SourceRecord {
  let found = false;
  const items = record[mend.list].map((item) => {
    if (!isObject(item) || !Object.entries(mend.where).every(([key, value]) => item[key] === value)) return item;
    found = true;
    return changed(item, mend.set);
  });
  if (!found) throw new Refused(mend.list, `the mend “${mend.why}” finds no item ${JSON.stringify(mend.where)}`);
  return { ...record, [mend.list]: items };
}

function changed(item: Record<string, unknown>, { scope, ...rest }: Mend['set']): Record<string, unknown> {
  if (!scope) return { ...item, ...rest };
  const merged = { ...(isObject(item.scope) ? item.scope : {}), ...scope };
  return { ...item, ...rest, scope: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) };
}
