/**
 * A report as it travels to a page. A page says the same thing again and again, and each time it stands against the same claims:
 * what is said of it is sent once and told by number, a quarter of the size on a long page and less than that to parse and check.
 */
import type { Against, Item, MentionItem, Report } from '../report.ts';

/** What items at several places have in common. */
export type ItemBody = Omit<Item, 'id' | 'block' | 'start' | 'end' | 'selfConflicts' | 'against'> & {
  /** Number of a list. */
  against: number;
};
/** What mentions at several places have in common. */
export type NameBody = Omit<MentionItem, 'block' | 'start' | 'end' | 'first'>;

export type WireItem = [body: number, id: string, block: number, start: number, end: number, self?: string[]];
export type WireMention = [name: number, block: number, start: number, end: number, first: 0 | 1];

export interface WireReport extends Omit<Report, 'items' | 'mentions'> {
  claims: Against[];
  /** Which claims, in order. */
  lists: number[][];
  bodies: ItemBody[];
  items: WireItem[];
  names: NameBody[];
  mentions: WireMention[];
}

/** Rows, each once. */
class Table<T> {
  readonly rows: T[] = [];
  readonly #places = new Map<string, number>();

  /** Number of the row, which is added where it is new. */
  at(row: T): number {
    const key = JSON.stringify(row);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.rows.length);
    return this.rows.push(row) - 1;
  }
}

export function packReport(report: Report): WireReport {
  const claims = new Table<Against>();
  const lists = new Table<number[]>();
  const bodies = new Table<ItemBody>();
  const names = new Table<NameBody>();
  const items = report.items.map(({ id, block, start, end, selfConflicts, against, ...rest }): WireItem => {
    const body = bodies.at({ ...rest, against: lists.at(against.map((one) => claims.at(one))) });
    return selfConflicts ? [body, id, block, start, end, selfConflicts] : [body, id, block, start, end];
  });
  const mentions = report.mentions.map(
    ({ block, start, end, first, ...name }): WireMention => [names.at(name), block, start, end, first ? 1 : 0],
  );
  return { ...report, claims: claims.rows, lists: lists.rows, bodies: bodies.rows, items, names: names.rows, mentions };
}

/** The report again; what was the same is one object now. Null where a number leads nowhere. */
export function unpackReport({ claims, lists, bodies, names, ...wire }: WireReport): Report | null {
  const isIn = (rows: readonly unknown[]) => (at: number) => at in rows;
  const isSound =
    lists.every((list) => list.every(isIn(claims))) &&
    bodies.every(({ against }) => against in lists) &&
    wire.items.every(([body]) => body in bodies) &&
    wire.mentions.every(([name]) => name in names);
  if (!isSound) return null;
  const against = lists.map((list) => list.map((at) => claims[at]!));
  return {
    ...wire,
    items: wire.items.map(([at, id, block, start, end, selfConflicts]) => {
      const body = bodies[at]!;
      const item: Item = { ...body, id, block, start, end, against: against[body.against]! };
      if (selfConflicts) item.selfConflicts = selfConflicts;
      return item;
    }),
    mentions: wire.mentions.map(([at, block, start, end, first]) => ({
      ...names[at]!,
      block,
      start,
      end,
      first: first === 1,
    })),
  };
}
