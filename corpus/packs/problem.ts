/** One thing in a pack that does not fit. */
export interface Problem {
  /** Leads to it from the pack: `['documents', 12, 'claims', 3, 'measure']`. */
  path: readonly (string | number)[];
  text: string;
  /** What its author can do. */
  remedy?: string;
}
