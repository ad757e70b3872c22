/** Sets the figures of an item in bold inside a sentence that the comparison wrote, and tells the pack's words in it by their language. */
import type { Item } from '../../utils/report.ts';

const WORD = /[\p{L}\p{N}]/u;

/** First place of `part` in `text` that does not cut a word or number, or -1. */
function findWhole(text: string, part: string): number {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + part.length] ?? '';
    const next = text[at + part.length + 1] ?? '';
    const decimal = /[.,]/.test(after) && /\d/.test(next);
    if (!WORD.test(before) && !WORD.test(after) && !decimal) return at;
  }
  return -1;
}

/** Splits `text` at the first place of each of `parts`; every second piece is one of them. */
export function splitAt(text: string, parts: readonly string[]): string[] {
  const longestFirst = [...new Set(parts)].filter(Boolean).sort((a, b) => b.length - a.length);
  const places: [number, number][] = [];
  for (const part of longestFirst) {
    const at = findWhole(text, part);
    if (at < 0 || places.some(([from, to]) => at < to && from < at + part.length)) continue;
    places.push([at, at + part.length]);
  }
  places.sort((a, b) => a[0] - b[0]);
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of places) {
    pieces.push(text.slice(from, start), text.slice(start, end));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

/** The parts of an item that a sentence about it may name. */
function figuresOf(item: Item): string[] {
  const others = item.against.flatMap((one) => [one.display, one.surface]);
  return [item.surface, item.display, ...others, ...(item.mixUp ? [item.mixUp.display] : [])];
}

/** Longer words may be broken; a sign is not parted from its number. */
const MOST_UNBROKEN = 16;

export function Emphasis({ text, item }: { text: string; item: Item }) {
  const { mixUp, kind, language } = item;
  // Values of facts and positions are the pack's words; numbers are written as the reader's language does.
  const ofValue = kind === 'figure' ? undefined : language;
  return (
    <>
      {/* Pieces never move: their place is their key. */}
      {splitAt(text, [...figuresOf(item), mixUp?.label ?? '']).map((piece, i) =>
        i % 2 === 0 ? (
          piece
        ) : piece === mixUp?.label ? (
          <span key={`${i}${piece}`} lang={language}>
            {piece}
          </span>
        ) : (
          <b key={`${i}${piece}`} class={piece.length <= MOST_UNBROKEN ? 'nowrap' : undefined} lang={ofValue}>
            {piece}
          </b>
        ),
      )}
    </>
  );
}
