/** What every compared reader gives: the numbers of a text, in order. */
export interface FoundNumber {
  /** Where it begins in the text. */
  start: number;
  surface: string;
  /** The number, or the ends of a range; null where the library gives the words alone. */
  value: number | [number, number] | null;
  /** Only ours says how exactly a number holds. */
  bound?: string;
}

export type ReadNumbers = (text: string) => FoundNumber[];

/** Where the surfaces stand in the text: for libraries that give no offsets. */
export function placed(text: string, found: readonly Omit<FoundNumber, 'start'>[]): FoundNumber[] {
  let from = 0;
  return found.map((one) => {
    const start = Math.max(from, text.indexOf(one.surface, from));
    from = start + one.surface.length;
    return { ...one, start };
  });
}
