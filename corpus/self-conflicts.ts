/** A page that contradicts itself: two comparable figures of its own that cannot both be right (headline 27, text 26). */
import type { MeasureRule } from '../utils/language/pack-rules.ts';
import type { Item } from '../utils/report.ts';
import type { ReportWords } from '../utils/words/background-words.ts';
import { compareQuantities } from './compare.ts';

/** Whether two items say the same thing of the same thing at the same time, by the same voice. */
function comparable(a: Item, b: Item, ruleOf: (measure: string) => MeasureRule | undefined): boolean {
  if (a.measure === null || b.measure === null || !a.quantity || !b.quantity) return false;
  const rule = ruleOf(a.measure);
  if (a.measure !== b.measure && !rule?.sameAs.includes(b.measure)) return false;
  if (rule?.kind === 'figure' && rule.identifies) return false;
  if (a.quantity.unit !== b.quantity.unit || a.modality !== 'reported' || b.modality !== 'reported') return false;
  if ((a.asOf ?? '') !== (b.asOf ?? '')) return false;
  const scopes = new Set([...Object.keys(a.scope), ...Object.keys(b.scope)]);
  for (const key of scopes) if (a.scope[key] !== b.scope[key]) return false;
  for (const key of rule?.requires ?? []) if (!a.scope[key]) return false;
  // Two people may disagree on one page: that is reporting, not a slip.
  const voice = (item: Item) => item.speaker?.entity ?? item.speaker?.text ?? '';
  return voice(a) === voice(b) || !voice(a) || !voice(b);
}

/** Adds `selfConflicts` to both items and says so in the reason. */
export function markSelfConflicts(
  items: readonly Item[],
  ruleOf: (measure: string) => MeasureRule | undefined,
  words: ReportWords,
): void {
  const figures = items.filter((item) => item.kind === 'figure' && item.measure !== null);
  figures.forEach((a, i) => {
    for (const b of figures.slice(i + 1)) {
      if (!comparable(a, b, ruleOf) || compareQuantities(a.quantity!, b.quantity!).verdict !== 'conflicts') continue;
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        one.selfConflicts = [...(one.selfConflicts ?? []), other.id];
        one.reason = `${one.reason} ${words.t('reason.self', { other: other.display })}`;
      }
    }
  });
}
