/** Which stretches of a draft are marked, and for what. Pure. */
import type { Report } from '../../../utils/report.ts';
import { type Tone, toneOf } from '../../parts/Chip.tsx';

/** What a stretch of a paragraph is marked for. */
export type Subject = { kind: 'item'; id: string } | { kind: 'name'; id: string };

export interface Passage {
  subject: Subject;
  tone: Tone;
  block: number;
  start: number;
  end: number;
}

/** A stretch of a paragraph; without a passage it is plain text. */
export interface Piece {
  start: number;
  end: number;
  passage: Passage | null;
}

/** Where two passages overlap, the louder one has the words. */
const LOUDNESS: Tone[] = ['conflict', 'tension', 'agree', 'other'];
const loudness = ({ subject, tone }: Passage): number =>
  subject.kind === 'name' ? LOUDNESS.length : LOUDNESS.indexOf(tone);

/** Everything of the report that has words in the draft and an entry in the list; of names the first in each section. */
export function passagesOf(report: Report): Passage[] {
  const items = report.items
    .filter((item) => item.label !== null || item.against.length > 0)
    .map(({ id, block, start, end, ...judged }): Passage => {
      return { subject: { kind: 'item', id }, tone: toneOf(judged), block, start, end };
    });
  const names = report.mentions
    .filter(({ first }) => first)
    .map(({ entity, block, start, end }): Passage => {
      return { subject: { kind: 'name', id: entity }, tone: 'other', block, start, end };
    });
  return [...items, ...names];
}

/** A paragraph of `length` characters cut into pieces: all of it, in order, none twice. */
export function piecesOf(length: number, passages: readonly Passage[]): Piece[] {
  // The louder one is laid first, and of equals the longer; what comes later takes only what is free, whole or not at all.
  const inside = passages.filter(({ start, end }) => start >= 0 && start < end && end <= length);
  const order = [...inside].sort((a, b) => loudness(a) - loudness(b) || b.end - b.start - (a.end - a.start));
  const laid: Passage[] = [];
  for (const one of order) if (!laid.some((other) => one.start < other.end && other.start < one.end)) laid.push(one);
  laid.sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const passage of laid) {
    if (passage.start > at) pieces.push({ start: at, end: passage.start, passage: null });
    pieces.push({ start: passage.start, end: passage.end, passage });
    at = passage.end;
  }
  if (at < length) pieces.push({ start: at, end: length, passage: null });
  return pieces;
}
