import type { Against, QuantityValue } from '../utils/report.ts';
import type { Comparable } from './comparable.ts';
import { moreExact } from './compare.ts';
import { passageLink } from './passage-link.ts';
import type { SourceVote } from './verdict.ts';

export type Compared = { against: Against; comparable: Comparable; quantity?: QuantityValue };

export function makeAgainst(
  comparable: Comparable,
  verdict: Against['verdict'],
  rest: Pick<Against, 'display'> & Partial<Against>,
): Against {
  const { claim, document } = comparable.row;
  return {
    document: document.id,
    claim: claim.id,
    verdict: !comparable.inWindow && verdict === 'conflicts' ? 'changed since' : verdict,
    surface: claim.surface,
    surfaceIsOurs: claim.surfaceIsOurs,
    wording: claim.wording,
    saidBy: claim.saidBy,
    asOf: comparable.asOf || undefined,
    modality: claim.modality,
    origin: claim.origin,
    far: !comparable.inWindow || undefined,
    later: comparable.later || undefined,
    url: passageLink(document.url, claim.fragment),
    ...rest,
  };
}

const isAlike = (a: Compared, b: Compared) =>
  (a.against.verdict === 'conflicts') === (b.against.verdict === 'conflicts');

/** The newest first; of one day what a source found itself before what it copied. */
const newestFirst = (a: Against, b: Against) =>
  (b.asOf ?? '').localeCompare(a.asOf ?? '') || Number(Boolean(a.origin)) - Number(Boolean(b.origin));

/**
 * A source counts once, by its most exact claim of those nearest in time; its others are kept, marked `secondary`.
 * `all` is in the order in which sources are shown.
 */
export function oncePerSource(compared: readonly Compared[]): { counted: Compared[]; all: Against[] } {
  const bySource = new Map<string, Compared[]>();
  for (const one of compared) {
    const list = bySource.get(one.against.document);
    if (list) list.push(one);
    else bySource.set(one.against.document, [one]);
  }
  const counted: Compared[] = [];
  const all: Against[] = [];
  for (const list of bySource.values()) {
    const near = list.some((c) => c.comparable.inWindow) ? list.filter((c) => c.comparable.inWindow) : list;
    const best = near.reduce((a, b) => {
      if (a.quantity && b.quantity) return moreExact(b.quantity, a.quantity) ? b : a;
      return b.comparable.asOf > a.comparable.asOf ? b : a;
    });
    counted.push(best);
    all.push(best.against);
    // A source's hedged wording is the same claim in fewer words: it is shown once, and only where its exact one comes out alike.
    for (const one of list)
      if (
        one !== best &&
        isAlike(one, best) &&
        !all.some((a) => a.document === one.against.document && a.display === one.against.display)
      )
        all.push({ ...one.against, secondary: true });
  }
  return { counted, all: all.sort(newestFirst) };
}

/** Those that the verdict rests on: of the same time where there are any, else all. */
export function nearest(counted: readonly Compared[]): Against[] {
  const near = counted.filter((c) => c.comparable.inWindow);
  return (near.length ? near : counted).map((c) => c.against);
}

export const vote = ({ against, comparable }: Compared): SourceVote => ({
  verdict: against.verdict === 'changed since' ? 'conflicts' : against.verdict,
  exactness: against.exactness,
  inWindow: comparable.inWindow && against.verdict !== 'changed since',
  asOf: comparable.asOf,
  later: comparable.later,
});

/** Sources of one origin are one voice: the first stands for all. */
export function oncePerOrigin(counted: readonly Compared[]): Compared[] {
  const seen = new Set<string>();
  return counted.filter(({ against }) => {
    const origin = `${against.origin ?? against.document} ${against.verdict}`;
    return !seen.has(origin) && Boolean(seen.add(origin));
  });
}
