/** Which items of a report the panel shows, and in what order. Pure. */
import { type Item, isConflict, type MentionItem, type Report, type Verdict } from '../../utils/report.ts';

export interface Ordered {
  /** What sources do not share, in the page's order. */
  conflicts: Item[];
  /** Everything else that has a name, what asks for a second look first. */
  others: Item[];
  /** Figures that no measure and no source speaks of: counted, not listed. */
  unlisted: number;
}

const ORDER: Verdict[] = [
  'conflicts',
  'sources differ',
  'strained',
  'changed since',
  'agrees',
  'as last reported',
  'only here',
];

const rank = (item: Item): number => ORDER.indexOf(item.verdict) - (item.exactness === 'less exact' ? 0.5 : 0);

export function orderItems(items: readonly Item[]): Ordered {
  const listed = items.filter((item) => item.label !== null || item.against.length > 0);
  return {
    conflicts: listed.filter((item) => isConflict(item.verdict)),
    others: listed.filter((item) => !isConflict(item.verdict)).sort((a, b) => rank(a) - rank(b)),
    unlisted: items.length - listed.length,
  };
}

export interface NamedHere {
  id: string;
  name: string;
  mentions: MentionItem[];
}

/** Every name of the page once, in the order of first mention, with all its places. */
export function namesHere(report: Report): NamedHere[] {
  const names = new Map<string, NamedHere>();
  for (const mention of report.mentions) {
    const known = names.get(mention.entity);
    if (known) known.mentions.push(mention);
    else {
      const name = report.entities[mention.entity]?.name ?? mention.surface;
      names.set(mention.entity, { id: mention.entity, name, mentions: [mention] });
    }
  }
  return [...names.values()];
}

/** One part of the summary line. */
export interface Count {
  key: 'conflicts' | 'sources differ' | 'strained' | 'less exact' | 'changed since' | 'agrees' | 'only here';
  n: number;
}

/** How many items have which verdict; kinds that do not occur are left out. */
export function countVerdicts({ conflicts, others }: Ordered): Count[] {
  const tally = new Map<Count['key'], number>();
  for (const { verdict, exactness } of [...conflicts, ...others]) {
    const kind =
      verdict === 'as last reported'
        ? 'agrees'
        : verdict === 'agrees' && exactness === 'less exact'
          ? 'less exact'
          : verdict;
    tally.set(kind, (tally.get(kind) ?? 0) + 1);
  }
  const order: Count['key'][] = [
    'conflicts',
    'sources differ',
    'strained',
    'less exact',
    'changed since',
    'agrees',
    'only here',
  ];
  return order.flatMap((key) => (tally.has(key) ? [{ key, n: tally.get(key) ?? 0 }] : []));
}
