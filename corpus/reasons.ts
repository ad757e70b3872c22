/** Words for verdicts: the summary and the reason of an item, made from the parts. */
import type { Against, Item } from '../utils/report.ts';
import type { ReportWords } from '../utils/words/background-words.ts';
import { displaySoft } from './display.ts';

/** Values that at most so many groups of sources hold are named in one sentence; more would be a list. */
const GROUPS_NAMED = 3;

interface Group {
  display: string;
  /** Those of one origin are one. */
  sources: number;
  dates: string[];
  verdict: Against['verdict'];
}

/** Ten stations that print one agency's text are one source. */
const independent = (against: readonly Against[]): number => new Set(against.map((a) => a.origin ?? a.document)).size;

/** Sources by what they say, most sources first. */
function groups(against: readonly Against[]): Group[] {
  const map = new Map<string, { against: Against[] }>();
  for (const one of against) {
    const known = map.get(one.display);
    if (known) known.against.push(one);
    else map.set(one.display, { against: [one] });
  }
  return [...map.entries()]
    .map(([display, { against: list }]) => ({
      display,
      sources: independent(list),
      dates: list.flatMap((a) => (a.asOf ? [a.asOf] : [])),
      verdict: list[0]!.verdict,
    }))
    .sort((a, b) => b.sources - a.sources);
}

const capital = (text: string) => (text ? text[0]!.toUpperCase() + text.slice(1) : text);

/** "four"; digits above ten. `start` opens a sentence: "Four". */
function spelled(n: number, words: ReportWords, start = false): string {
  const word = words.t('number.words').split('|')[n - 1] || String(n);
  return start ? word[0]!.toLocaleUpperCase(words.locale) + word.slice(1) : word;
}

function sayWhoSays(list: readonly Group[], words: ReportWords): string {
  const parts = list.slice(0, GROUPS_NAMED).map((group) =>
    group.dates.length
      ? words.t('reason.sources-say', {
          n: group.sources,
          count: spelled(group.sources, words),
          dates: words.dates(group.dates),
          value: group.display,
        })
      : words.t('reason.sources-say-undated', {
          n: group.sources,
          count: spelled(group.sources, words),
          value: group.display,
        }),
  );
  return words.list(parts);
}

export interface ReasonParts {
  item: Pick<Item, 'kind' | 'verdict' | 'exactness' | 'quantity' | 'display' | 'measure'>;
  /** The words of this page: "about 35". */
  page: string;
  /** Sources that were counted, one entry each. */
  counted: readonly Against[];
  undated: boolean;
  noEvent: boolean;
  /** Asked or denied on the page. */
  notSaid: boolean;
  identifies: boolean;
}

const sayTheSame = (counted: readonly Against[]): boolean => counted.every(({ verdict }) => verdict === 'same');

/** "So do four sources" only where each says the very same: 35 lies within "more than 30", and is not what it says. */
function agreeing(page: string, counted: readonly Against[], total: number, words: ReportWords): string {
  return sayTheSame(counted)
    ? words.t('summary.agrees', { page, n: total, count: spelled(total, words) })
    : words.t('summary.fits', { page, n: total, first: spelled(total, words, true) });
}

/** Summary ("This page says about 35. 4 of 5 sources say 26.") and reason (why that is flagged). Pure. */
export function explainVerdict(parts: ReasonParts, words: ReportWords): { summary: string; reason: string } {
  const { counted } = parts;
  const quoted = (text: string) => words.t('sources.quote', { text });
  const { page, item } =
    parts.item.kind === 'figure'
      ? parts
      : { page: quoted(parts.page), item: { ...parts.item, display: quoted(parts.item.display) } };
  const all = groups(item.kind === 'figure' ? counted : counted.map((a) => ({ ...a, display: quoted(a.display) })));
  const total = independent(counted);
  if (item.measure === null) return { summary: words.t('summary.no-measure'), reason: words.t('reason.only-here') };
  const top = all.find((g) => g.display !== item.display && g.verdict !== 'same') ?? all[0];
  const others = sayWhoSays(all, words);
  const range = item.quantity ? displaySoft(item.quantity, words) : '';
  const undated = parts.undated ? ` ${words.t('reason.undated')}` : '';

  const summary = () => {
    if (!top || item.verdict === 'only here') return words.t('summary.only-here', { page });
    if (item.verdict === 'agrees') return agreeing(page, counted, total, words);
    if (item.verdict === 'as last reported')
      return words.t('summary.last-reported', { page, date: words.date(top.dates.sort().at(-1) ?? '') });
    if (top.sources === total)
      return words.t('summary.all-others', { page, n: total, first: spelled(total, words, true), other: top.display });
    return words.t('summary.others', {
      page,
      n: top.sources,
      first: spelled(top.sources, words, true),
      total: spelled(total, words),
      other: top.display,
    });
  };

  const reason = () => {
    if (parts.identifies) return words.t('reason.identifies');
    if (!top || item.verdict === 'only here')
      return words.t(parts.notSaid ? 'reason.not-said' : parts.noEvent ? 'reason.no-event' : 'reason.only-here');
    switch (item.verdict) {
      case 'agrees':
        if (item.exactness === 'less exact') return words.t('reason.less-exact', { page, other: top.display, others });
        if (item.exactness === 'more exact') return words.t('reason.more-exact', { page, others });
        return words.t(sayTheSame(counted) ? 'reason.same' : 'reason.fits', { others });
      case 'changed since': {
        const far = all.filter((g) => g.verdict === 'changed since' || g.verdict === 'conflicts');
        const named = far[0] ?? top;
        const later = counted.some((a) => named.display.includes(a.display) && a.later);
        return words.t(later ? 'reason.changed-later' : 'reason.changed-earlier', {
          value: named.display,
          dates: words.dates(named.dates),
        });
      }
      case 'as last reported':
        return words.t('reason.last-reported', { date: words.date(top.dates.sort().at(-1) ?? ''), value: top.display });
      case 'strained':
        return item.quantity
          ? words.t('reason.edge', { page, range, others })
          : words.t('reason.says', { others: capital(others) });
      default:
        if (item.quantity && item.quantity.bound !== '=') return words.t('reason.reads-as', { page, range, others });
        return words.t('reason.says', { others: capital(others) });
    }
  };
  return { summary: summary(), reason: reason() + undated };
}
