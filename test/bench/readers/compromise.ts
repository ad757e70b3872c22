import nlp from 'compromise';
import { placed, type ReadNumbers } from './types.ts';

interface Value {
  text: string;
  terms?: { tags?: string[] }[];
  number?: { num?: number | null; suffix?: string };
}

/** It gives "1.1bn" as 1.1 with a suffix. */
const SUFFIXES: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9 };
/** Its ordinals and what it takes for parts of a date: no quantities. */
const NONE = new Set(['Ordinal', 'Date', 'Year', 'Time']);
const YEAR = /^(?:19|20)\d\d\W?$/;

/** Its numbers, as good as its own tags make them. */
export const read: ReadNumbers = (text) => {
  const values = nlp(text).numbers().json() as Value[];
  return placed(
    text,
    values
      .filter((value) => !YEAR.test(value.text) && !value.terms?.some(({ tags }) => tags?.some((tag) => NONE.has(tag))))
      .map(({ text: surface, number }) => ({
        surface,
        value: number?.num == null ? null : number.num * (SUFFIXES[number.suffix ?? ''] ?? 1),
      })),
  );
};
