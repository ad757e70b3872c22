/** Sources that say the same, gathered to one row each. Pure. */
import type { Against, DocumentInfo, PairVerdict } from '../../utils/report.ts';

/** Speakers of one figure that get rows of their own; with more, the figure is one row that names the first ones. */
const MAX_ROWS_A_FIGURE = 2;

export interface SourceGroup {
  display: string;
  verdict: PairVerdict;
  /** Of another time than the page's. */
  far: boolean;
  all: Against[];
  /** Names of the outlets, each once. */
  outlets: string[];
  /** Dates of the documents, or of the claims where a document has none. */
  dates: string[];
  speakers: string[];
  wordings: string[];
  origin?: string;
  /** The first source that can be opened. */
  url?: string;
  openOutlet: string;
}

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
];

/** Groups in the order of first appearance. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

export const outletOf = (one: Against, documents: Readonly<Record<string, DocumentInfo>>): string =>
  documents[one.document]?.outlet ?? one.document;

export const dateOf = (one: Against, documents: Readonly<Record<string, DocumentInfo>>): string | undefined =>
  documents[one.document]?.date ?? one.asOf;

/** The language of the words quoted from it; undefined where nobody says it. */
export function quoteLanguage(one: Against, documents: Readonly<Record<string, DocumentInfo>>): string | undefined {
  const document = documents[one.document];
  return (one.surfaceIsOurs ? undefined : document?.sourceLanguage) ?? document?.language;
}

/** Speakers, each once, the one whom most sources name first: "Macron" also stands in "Macron and Zelensky". */
function mostNamedFirst(all: readonly Against[]): string[] {
  const named = (speaker: string) => all.filter((one) => one.saidBy?.includes(speaker)).length;
  return distinct(all.map((one) => one.saidBy)).sort((a, b) => named(b) - named(a));
}

/** What sources say they counted, each once, in the words that most of them use first. */
function mostSaidFirst(wordings: readonly string[]): string[] {
  const said = (wording: string) => wordings.filter((one) => one === wording).length;
  return distinct(wordings).sort((a, b) => said(b) - said(a));
}

function describe(all: Against[], documents: Readonly<Record<string, DocumentInfo>>): SourceGroup {
  const first = all[0] as Against;
  const opened = all.find((one) => one.url) ?? first;
  return {
    display: first.display,
    verdict: first.verdict,
    far: first.far === true,
    all,
    outlets: distinct(all.map((one) => outletOf(one, documents))),
    dates: distinct(all.map((one) => dateOf(one, documents))),
    speakers: mostNamedFirst(all),
    wordings: mostSaidFirst(all.flatMap((one) => one.wording ?? [])),
    origin: first.origin,
    url: opened.url,
    openOutlet: outletOf(opened, documents),
  };
}

/** What stands farther from the page comes first among equals. */
const ORDER: PairVerdict[] = ['conflicts', 'strained', 'fits', 'same', 'changed since'];

/** Rows for a list of sources: same figure and same origin together, the most said first, other times last. */
export function groupSources(
  against: readonly Against[],
  documents: Readonly<Record<string, DocumentInfo>>,
): SourceGroup[] {
  const groups: SourceGroup[] = [];
  for (const same of groupBy(against, (one) => `${one.display}\n${one.verdict}\n${one.far === true}`)) {
    const rows = groupBy(same, (one) => one.origin ?? one.saidBy ?? '');
    if (rows.length > MAX_ROWS_A_FIGURE) groups.push(describe(same, documents));
    else groups.push(...rows.map((row) => describe(row, documents)));
  }
  const late = (group: SourceGroup) => Number(group.far || group.verdict === 'changed since');
  return groups.sort(
    (a, b) => late(a) - late(b) || b.all.length - a.all.length || ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict),
  );
}
