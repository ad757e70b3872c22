/** Which items and names of a report get a mark on the page, and which kind. Pure. */
import type { Place } from '../language/types.ts';
import { type Item, isConflict, type MentionItem, type Report, type Verdict } from '../report.ts';

/** How much the reader wants marked; the same words as in the settings. */
export type MarkLevel = 'all' | 'figures' | 'conflicts' | 'none';

/** From loud to quiet. `conflict`: wavy amber; `tension`: dashed; `agree`: thin and solid; `name`: faint dots. */
export const MARK_STYLES = ['conflict', 'tension', 'agree', 'name'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

export type MarkSubject = { kind: 'item'; item: Item } | { kind: 'mention'; mention: MentionItem };

export interface MarkPlan {
  /** Unique on the page: the item's id, or the mention's place. */
  key: string;
  place: Place;
  style: MarkStyle;
  subject: MarkSubject;
}

const STYLE_OF_VERDICT: Record<Verdict, MarkStyle | null> = {
  conflicts: 'conflict',
  'sources differ': 'tension',
  strained: 'tension',
  'changed since': 'tension',
  agrees: 'agree',
  'as last reported': 'agree',
  // Nothing to say: a mark would only draw the eye.
  'only here': null,
};

/** By the verdict, not by the style: where sources differ the mark is quiet, and yet it counts. */
const LEVEL_SHOWS: Record<MarkLevel, (item: Item) => boolean> = {
  all: () => true,
  figures: () => true,
  conflicts: (item) => isConflict(item.verdict),
  none: () => false,
};

export function styleOfItem(item: Item): MarkStyle | null {
  return item.measure === null ? null : STYLE_OF_VERDICT[item.verdict];
}

/** Everything to be marked, in the order of the page. Of names only the first in each section. */
export function planMarks(report: Report, level: MarkLevel): MarkPlan[] {
  const plans: MarkPlan[] = [];
  for (const item of report.items) {
    const style = styleOfItem(item);
    if (style && LEVEL_SHOWS[level](item))
      plans.push({ key: item.id, place: placeOf(item), style, subject: { kind: 'item', item } });
  }
  for (const mention of report.mentions)
    if (level === 'all' && mention.first && report.entities[mention.entity])
      plans.push({
        key: mentionKey(mention),
        place: placeOf(mention),
        style: 'name',
        subject: { kind: 'mention', mention },
      });
  return plans.sort(
    (a, b) => a.place.block - b.place.block || a.place.start - b.place.start || b.place.end - a.place.end,
  );
}

export function mentionKey(mention: MentionItem): string {
  return `name ${mention.block}:${mention.start}-${mention.end}`;
}

function placeOf({ block, start, end }: Place): Place {
  return { block, start, end };
}
