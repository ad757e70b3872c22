/** What of a language's table goes to pages: chosen by the beginnings of its keys, so that the background carries none of the texts. */
import type { CardKey, CardTable } from './card-words.ts';
import type { Language } from './languages.ts';
import type { FullTable } from './types.ts';

type Beginning<K> = K extends `${infer First}.${string}` ? First : never;

/** The beginnings of the card's keys, each once; no other key of the table begins so. */
const PARTS: Record<Beginning<CardKey>, true> = {
  brand: true,
  sources: true,
  verdict: true,
  exactness: true,
  pair: true,
  card: true,
  dismiss: true,
  modality: true,
  scale: true,
};

/** The card's texts in the language of `table`. */
export function cardTable(language: Language, table: FullTable): CardTable {
  const texts = Object.entries(table).filter(([key]) => key.slice(0, key.indexOf('.')) in PARTS);
  return { language, texts: Object.fromEntries(texts) as CardTable['texts'] };
}
