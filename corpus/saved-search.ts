/** Plain search in saved pages: every word must stand somewhere in a page, in any spelling that folds to the same letters. Pure. */

import type { SavedBlock } from '../utils/extension/protocol.ts';
import { foldKeepingOffsets, foldKey } from '../utils/language/fold.ts';
import type { SavedRow } from './saved-database.ts';

/** More words than anybody types; each is looked for in every page. */
const MOST_WORDS = 12;
/** Characters shown on either side of what was found. */
const AROUND = 60;

/** The words of a query, folded. */
export const searchWords = (query: string): string[] => [
  ...new Set(
    foldKey(query)
      .split(/[^\p{L}\p{N}.,%€$£'-]+/u)
      .filter(Boolean)
      .slice(0, MOST_WORDS),
  ),
];

export interface FoundWords {
  /** Around the first word found in the text; absent where only title and outlet hold it. */
  passage?: { before: string; words: string; after: string };
}

/** Null where a word is missing. */
export function findWords(
  words: readonly string[],
  { document, byline }: Pick<SavedRow, 'document' | 'byline'>,
  blocks: readonly SavedBlock[],
): FoundWords | null {
  const head = foldKey(
    [document.title, document.outlet, byline, document.date, document.url].filter(Boolean).join('\n'),
  );
  const texts = blocks.map(({ text }) => foldKey(text));
  const isThere = (word: string) => head.includes(word) || texts.some((text) => text.includes(word));
  if (!words.every(isThere)) return null;
  for (const word of words) {
    const block = texts.findIndex((text) => text.includes(word));
    if (block >= 0) return { passage: passageAt(blocks[block]!.text, word) };
  }
  return {};
}

/** `word` is folded, and in the text. */
function passageAt(text: string, word: string): FoundWords['passage'] {
  const folded = foldKeepingOffsets(text);
  const at = folded.text.toLowerCase().indexOf(word);
  if (at < 0) return undefined;
  const start = folded.original(at);
  const end = folded.original(at + word.length);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return {
    before: start > AROUND ? `… ${before.replace(/^\S*\s+/, '')}` : before,
    words: text.slice(start, end),
    after: end + AROUND < text.length ? `${after.replace(/\s+\S*$/, '')} …` : after,
  };
}
