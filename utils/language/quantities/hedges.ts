/** How exactly a number holds: the words before it ("at least some"), behind it ("or more") and a denial ("not over"). */
import type { Bound } from '../types.ts';
import type { Scan } from './numeral.ts';
import { phraseFrom, phraseUpTo } from './phrases.ts';
import { at, glued } from './tokens.ts';
import type { Hedge } from './words.ts';

/** "At least some", "up to about": more than this nobody stacks. */
const MAX_STACK = 4;
const SIGN = /^[-$€£¥]$/;
/** What an aside ends with: "ten, at least, will go". */
const CLOSES = /^[,.;:!?)”’"'–—…]$/;
const QUOTE = /^["'“‘«„]$/;

const OPPOSITE: Record<Bound, Bound> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '=': '=', '~': '~' };

export interface HedgesBefore {
  /** From the outermost to the one beside the number. */
  hedges: { bound: Bound; exact: boolean }[];
  /** Index of the first token that belongs to them; the number's own where there is none. */
  first: number;
}

interface Context {
  value: number;
  duration: boolean;
}

function applies({ tokens }: Scan, hedge: Hedge, first: number, { value, duration }: Context): boolean {
  const before = at(tokens, first - 1).text;
  if (hedge.small && at(tokens, first).capital && !at(tokens, first).line) return false;
  if (hedge.from !== undefined && value < hedge.from) return false;
  if (hedge.notAfter?.has(before)) return false;
  return !(duration && hedge.durationAfter && !hedge.durationAfter.has(before));
}

/** "A 4-under 68": the word belongs to the number that it hangs on. */
const isScored = ({ tokens }: Scan, i: number): boolean =>
  at(tokens, i - 1).text === '-' && glued(tokens, i) && glued(tokens, i - 1) && at(tokens, i - 2).kind === 'digits';

/** The hedges that end right before token `i`, none of them before token `floor`. */
export function hedgesBefore(scan: Scan, i: number, floor: number, context: Context): HedgesBefore {
  const { tokens, words } = scan;
  const hedges: HedgesBefore['hedges'] = [];
  let first = i;
  for (let n = 0; n < MAX_STACK; n++) {
    // More than "several thousand": the opening quotation mark may stand between.
    const quoted = n === 0 && QUOTE.test(at(tokens, first - 1).text) && glued(tokens, first);
    const prefix = n === 0 && at(tokens, i - 1).text === '-' && glued(tokens, i) && glued(tokens, i - 1);
    const prefixed = prefix && i - 2 >= floor ? words.prefixes.get(at(tokens, i - 2).text) : undefined;
    const found = prefixed
      ? { value: prefixed, first: i - 2 }
      : phraseUpTo(words.before, tokens, quoted ? first - 2 : first - 1, floor);
    if (!found || isScored(scan, found.first) || !applies(scan, found.value, found.first, context)) break;
    first = found.first;
    let bound = found.value.bound;
    if (OPPOSITE[bound] !== bound) {
      // "Not more than 30", "never had more than 1,000".
      const denied = [first - 1, first - 2].find((k) => k >= floor && words.negations.has(at(tokens, k).text));
      if (denied === first - 1 || (denied === first - 2 && words.deniedVerbs.has(at(tokens, first - 1).text))) {
        bound = OPPOSITE[bound];
        first = denied;
      }
    }
    hedges.unshift({ bound, exact: found.value.exact ?? false });
    while (first > floor && words.intensifiers.has(at(tokens, first - 1).text) && !at(tokens, first).line) first--;
  }
  return { hedges, first };
}

/** The hedge that begins at token `i`, behind the number or (`noun`) behind what it counts. */
export function hedgeAfter(scan: Scan, i: number, noun: boolean): { bound: Bound; next: number; size: boolean } | null {
  const { tokens, words } = scan;
  const hyphen = at(tokens, i).text === '-' && glued(tokens, i) && glued(tokens, i + 1);
  const comma = at(tokens, i).text === ',';
  const start = hyphen || comma ? i + 1 : i;
  const found = phraseFrom(words.after, tokens, start);
  if (!found) return null;
  const ending = at(tokens, found.next);
  // "150 men at least and 250 at most".
  const joined = words.and.has(ending.text) || words.or.has(ending.text);
  const closed = ending.kind === 'end' || ending.line || CLOSES.test(ending.text) || (joined && noun);
  if ((comma || found.value.aside) && !(closed && found.value.afterNoun)) return null;
  const attached = hyphen || (!comma && glued(tokens, i));
  if (found.value.suffix && !attached) return null;
  const smallNoun = ending.kind === 'word' && !ending.capital && !words.determiners.has(ending.text);
  if (found.value.beforeNoun && !attached && !smallNoun) return null;
  if (noun && (attached || !found.value.afterNoun)) return null;
  // "30 plus 5" is a sum, "50 + 3" too; "above 40 degrees and below −5".
  const signed = ending.kind === 'mark' && SIGN.test(ending.text) && glued(tokens, found.next + 1);
  const number = signed ? at(tokens, found.next + 1) : ending;
  if (number.kind === 'digits' && (attached === false || glued(tokens, found.next))) return null;
  return { bound: found.value.bound, next: found.next, size: found.value.size ?? false };
}

/**
 * The bound of a number: an explicit limit beats "about", the one behind the number beats those before it, the outermost
 * those within; "exactly" undoes the looseness of a dozen.
 */
export function boundOf(before: HedgesBefore['hedges'], after: Bound | null, own: Bound): Bound {
  const limits = before.filter(({ bound }) => bound !== '~' && bound !== '=');
  if (after !== null && after !== '~' && after !== '=') return after;
  if (limits[0]) return limits[0].bound;
  if (after === '~' || before.some(({ bound }) => bound === '~')) return '~';
  if (before.some(({ exact }) => exact)) return '=';
  return own;
}
