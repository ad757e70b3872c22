/** What a pack is made of, counted from its documents, so that nobody types a number. Pure. */
import type { PackFacts, Tally } from '../utils/extension/protocol.ts';
import type { Document } from './schema/document.ts';

/** The most frequent first, names in alphabetical order among equals. */
function tally(names: readonly string[]): Tally[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, n]) => ({ name, n })).sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

/** Documents that print one text of one outlet on one day: the first stands for all. */
function withoutCopies(documents: readonly Document[]): Document[] {
  const seen = new Set<string>();
  return documents.filter(({ id, origin, date }) => {
    const text = origin && date ? `${origin} ${date}` : id;
    return !seen.has(text) && Boolean(seen.add(text));
  });
}

/** A site that prints another outlet's text is counted under the outlet that wrote it. */
export function packFacts(documents: readonly Document[]): PackFacts {
  const own = withoutCopies(documents);
  const dates = documents.flatMap(({ date }) => date ?? []).sort();
  const claims = documents.flatMap((document) => document.claims);
  const ofKind = (kind: string) => claims.filter((claim) => claim.kind === kind).length;
  return {
    documents: documents.length,
    copies: documents.filter(({ origin }) => origin !== undefined).length,
    claims: { figures: ofKind('figure'), stances: ofKind('stance'), facts: ofKind('fact') },
    oldest: dates[0],
    newest: dates.at(-1),
    undated: documents.length - dates.length,
    kinds: tally(own.map(({ kind }) => kind)),
    outlets: tally(own.map(({ outlet, origin }) => origin ?? outlet)),
    countries: tally(own.map(({ country }) => country ?? '')),
    languages: tally(own.map(({ language }) => language)),
  };
}
