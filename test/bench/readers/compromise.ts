import nlp from 'compromise';
import { placed, type ReadNumbers } from './types.ts';

interface Value {
  text: string;
  terms?: { tags?: string[] }[];
  number?: { num?: number | null };
}

/** Its numbers, without the ordinals: those are no quantities here. */
export const read: ReadNumbers = (text) => {
  const values = nlp(text).numbers().json() as Value[];
  return placed(
    text,
    values
      .filter(({ terms }) => !terms?.some(({ tags }) => tags?.includes('Ordinal')))
      .map((value) => ({ surface: value.text, value: value.number?.num ?? null })),
  );
};
