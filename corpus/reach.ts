/** How far the sources reach: the newest on one matter, and the newest of its pack. Pure. */
import type { Item } from '../utils/report.ts';
import type { DocumentRow } from './source.ts';

const latest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce<string | undefined>((last, date) => (date && (!last || date > last) ? date : last), undefined);

/** `reach` is left out where no source tells which pack it is of, unless there is but one. */
export function reachOf(
  item: Pick<Item, 'measure' | 'against'>,
  documents: ReadonlyMap<string, DocumentRow>,
  packs: readonly { id: string; newest: string }[],
): Pick<Item, 'newest' | 'reach'> {
  if (item.measure === null) return {};
  const sources = item.against.flatMap(({ document }) => documents.get(document) ?? []);
  const own = packs.filter(({ id }) => sources.some(({ pack }) => pack === id));
  const newest = latest(item.against.map((one) => documents.get(one.document)?.date ?? one.asOf));
  return { newest, reach: latest((own.length > 0 || packs.length > 1 ? own : packs).map((pack) => pack.newest)) };
}
