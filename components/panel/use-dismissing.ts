/** Dismissing in the panel, and where focus goes: to the way back, and with it to what is shown again. */
import { useEffect, useState } from 'preact/hooks';
import { type DismissedHere, figureOf, isNameDismissed, keyOf, nameOf } from '../../utils/dismissals.ts';
import type { Item, MentionItem, Report } from '../../utils/report.ts';
import { undoItemId, undoNameId } from './Dismissed.tsx';
import type { PanelEvents } from './events.ts';
import { itemElementId } from './Items.tsx';
import { nameElementId } from './Names.tsx';
import type { NamedHere } from './order.ts';

/** A name that was dismissed while the panel was open. */
interface FreshName {
  entity: string;
  mentions: MentionItem[];
  text: { form: string; name: string };
}

/** Where focus goes, and when that is so. */
interface Next {
  id: string;
  isDone(now: DismissedHere): boolean;
}

export interface Dismissing {
  isFresh(id: string): boolean;
  /** Those of which every form is kept back now. */
  freshNames: FreshName[];
  item(item: Item, dismissed: boolean): void;
  name(named: NamedHere): void;
  undoName(mentions: readonly MentionItem[]): void;
}

export function useDismissing(
  report: Report,
  here: DismissedHere,
  keep: PanelEvents['onDismiss'] = async () => false,
): Dismissing {
  /** What was dismissed here keeps its place as long as this view is shown. */
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [names, setNames] = useState<readonly FreshName[]>([]);
  const [next, setNext] = useState<Next | null>(null);

  // The answer comes as another report, a moment later: what had focus is gone by then.
  useEffect(() => {
    const element = next?.isDone(here) ? document.getElementById(next.id) : null;
    if (!element) return;
    element.focus({ preventScroll: true });
    setNext(null);
  });

  return {
    isFresh: (id) => fresh.has(id),
    freshNames: names.filter(({ mentions }) => isAllGone(mentions, here)),
    item(item, dismissed) {
      const record = figureOf(item);
      if (!record) return;
      if (dismissed) setFresh(new Set([...fresh, item.id]));
      setNext({
        id: dismissed ? undoItemId(item.id) : itemElementId(item.id),
        isDone: (now) => now.items.includes(item.id) === dismissed,
      });
      void keep([record], dismissed);
    },
    name({ id, name, mentions }) {
      const forms = [...new Set(mentions.map(({ surface }) => surface))];
      const text = { form: forms.join('”, “'), name };
      setNames([...names.filter(({ entity }) => entity !== id), { entity: id, mentions, text }]);
      setNext({ id: undoNameId(id), isDone: (now) => isAllGone(mentions, now) });
      void keep(recordsOf(mentions, report), true);
    },
    undoName(mentions) {
      const [first] = mentions;
      if (!first) return;
      setNext({ id: nameElementId(first.entity), isDone: (now) => !isNameDismissed(first, now) });
      void keep(recordsOf(mentions, report), false);
    },
  };
}

const isAllGone = (mentions: readonly MentionItem[], here: DismissedHere): boolean =>
  mentions.every((mention) => isNameDismissed(mention, here));

/** One record a form. */
function recordsOf(mentions: readonly MentionItem[], report: Report) {
  const records = mentions.map((mention) => nameOf(mention, report));
  return [...new Map(records.map((record) => [keyOf(record), record])).values()];
}
