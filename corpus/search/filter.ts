/** Which entries of an index pass the reader's filters. */
import type { SearchFilters } from '../../utils/search-results.ts';
import { daysOf } from './build.ts';
import { countryKey, entriesOf, type OpenIndex } from './open-index.ts';
import { ENTRY_KINDS, NO_DOCUMENT } from './search-index.ts';

export const hasFilter = (filters: SearchFilters): boolean =>
  Boolean(filters.kind || filters.outlet || filters.country || filters.from || filters.to);

/** Passes everything. */
export const ALL = (): boolean => true;

/** Null where no entry of this index can pass. Names come from no outlet and no day. */
export function compileFilter(index: OpenIndex, filters: SearchFilters): ((entry: number) => boolean) | null {
  const tests: ((entry: number) => boolean)[] = [];
  const { documents } = index;
  if (filters.kind) {
    const kind = ENTRY_KINDS.indexOf(filters.kind);
    tests.push((entry) => index.kinds[entry] === kind);
  }
  if (filters.outlet) {
    const outlet = index.outlets.indexOf(filters.outlet);
    if (outlet < 0) return null;
    tests.push((entry) => documents[entry] !== NO_DOCUMENT && index.outletOf[documents[entry] as number] === outlet);
  }
  if (filters.country) {
    const inside = new Uint8Array(index.size);
    entriesOf(index, countryKey(filters.country), (entry) => {
      inside[entry] = 1;
    });
    tests.push((entry) => inside[entry] === 1);
  }
  // A report that is known to the month passes where any day of the month does.
  if (filters.from) {
    const { first } = daysOf(filters.from);
    tests.push(
      (entry) => documents[entry] !== NO_DOCUMENT && (index.lastDay[documents[entry] as number] ?? 0) >= first,
    );
  }
  if (filters.to) {
    const { last } = daysOf(filters.to);
    tests.push((entry) => {
      const day = documents[entry] === NO_DOCUMENT ? 0 : (index.firstDay[documents[entry] as number] ?? 0);
      return day > 0 && day <= last;
    });
  }
  if (tests.length === 0) return ALL;
  return (entry) => tests.every((test) => test(entry));
}
