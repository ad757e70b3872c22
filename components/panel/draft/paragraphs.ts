/** A pasted text in paragraphs, as the analysis reads them, each with its place in the text. Pure. */
import type { Block } from '../../../utils/language/types.ts';

/** Of one text. A long report has 60,000 characters, a live blog ten times that: a draft of that length comes in parts. */
export const MOST_CHARACTERS = 200_000;
/** Mail and plain-text editors break lines at 72 to 80 characters, some at 100; longer lines are paragraphs. */
const LONGEST_BROKEN_LINE = 100;
/** A line that was broken is nearly as long as the longest: the next word would not have fitted. */
const NEARLY = 0.75;
/** With fewer lines of one length it may be chance. */
const FEWEST_BROKEN = 3;

export interface Paragraph extends Block {
  /** Where its text begins in the whole text. */
  from: number;
}

interface Line {
  text: string;
  from: number;
}

const HEADING = /^#{1,6}\s/;
const ITEM = /^(?:[-*+•–]|\d{1,2}[.)])\s/;

const isEmpty = ({ text }: Line): boolean => text.trim() === '';
const startsAnew = ({ text }: Line): boolean => HEADING.test(text.trimStart()) || ITEM.test(text.trimStart());

function linesOf(text: string): Line[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const one = { text: line, from };
    from += line.length + 1;
    return one;
  });
}

/** Whether the lines were broken to a width, as in mail: then an empty line parts paragraphs, and nothing else does. */
function isBroken(lines: readonly Line[]): boolean {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (longest > LONGEST_BROKEN_LINE) return false;
  const followed = lines.filter((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && !isEmpty(line) && !isEmpty(next) && !startsAnew(next);
  });
  const full = followed.filter(({ text }) => text.length >= longest * NEARLY).length;
  return full >= FEWEST_BROKEN && full >= followed.length * NEARLY;
}

/** Line ends of all systems as one character, so that places count the same everywhere. */
export const withPlainLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The paragraphs of a text whose line ends are plain. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text);
  const broken = isBroken(lines);
  const groups: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (isEmpty(line)) open = null;
    else if (open && broken && !startsAnew(line)) open.push(line);
    else {
      open = [line];
      groups.push(open);
    }
  }
  let section = 0;
  return groups.map((group, id) => {
    const first = group[0] as Line;
    const last = group.at(-1) as Line;
    const whole = text.slice(first.from, last.from + last.text.length);
    const isHeading = HEADING.test(first.text.trimStart());
    if (isHeading) section += 1;
    return {
      id,
      from: first.from,
      // As long as before, so that places in it are places in the text.
      text: whole.replace(/\n/g, ' '),
      kind: isHeading ? 'heading' : ITEM.test(first.text.trimStart()) ? 'item' : 'paragraph',
      section,
    };
  });
}
