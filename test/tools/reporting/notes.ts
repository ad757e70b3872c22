/** What the collectors' notes say of an item: whether it had happened, and what exactly was counted. Pure. */
import type { Modality } from '../../../utils/language/types.ts';

/** Parts of a note that say that a figure was not (yet) a fact. The first that fits counts. */
const MODALITIES: readonly (readonly [RegExp, Modality])[] = [
  [/^(expected|announced) beforehand$/i, 'expected'],
  [/\bannounced as\b/i, 'expected'],
  [/\bif the draft\b|\bwould be added\b/i, 'draft'],
  [/^earlier proposal\b|^proposed\b|^work proposed$|^still pending$/i, 'proposed'],
];
/** Parts of a note that are about the print or about other reports, not about what this one counted. */
const NOT_WORDING =
  /^(expected|announced) beforehand$|\bother reports?\b|\banother report\b|-based reports\b|^(misprinted|printed without|headline of|does not match|just adopted|the euro sign|arabic:|round expression$|rounded$|first count$|(blocked|adopted) on this date$)|\bthe signed sum is\b|\bMacron’s count\b/i;

const parts = (note: string) =>
  note
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/** `reported` where the note says nothing of it. */
export function modalityOf(note: string | undefined): Modality {
  for (const part of parts(note ?? ''))
    for (const [words, modality] of MODALITIES) if (words.test(part)) return modality;
  return 'reported';
}

/**
 * The parts of the note that say what was counted; undefined where none does. They stand within a sentence, so they begin
 * small; `isName` keeps names as they are.
 */
export function wordingOf(note: string | undefined, isName: (word: string) => boolean): string | undefined {
  const kept = parts(note ?? '').filter((part) => !NOT_WORDING.test(part));
  if (kept.length === 0) return undefined;
  return kept
    .map((part) => (/^\p{Lu}\p{Ll}/u.test(part) && !isName(firstWord(part)) ? lowerFirst(part) : part))
    .join('; ');
}

const firstWord = (text: string) => text.split(/[\s,’']/, 1)[0] ?? '';
const lowerFirst = (text: string) => text[0]!.toLowerCase() + text.slice(1);
