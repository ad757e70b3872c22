/**
 * One report of a page that several packs speak about. Each pack was asked by itself, so that none can change what another
 * says; here their answers are laid side by side. Pure.
 */
import type { Against, DocumentInfo, EntityInfo, Item, MentionItem, Report, StanceLine } from '../utils/report.ts';
import { RELATED_MOST } from './related.ts';

/** One pack's report, and which pack it was. */
export interface PackReport {
  pack: string;
  report: Report;
}

/** Packs in the order of preference: what two of them say of the same words is taken from the first. Never empty. */
export function mergeReports(reports: readonly [PackReport, ...PackReport[]]): Report {
  const onTopic = reports.filter(({ report }) => report.onTopic);
  const first = onTopic[0] ?? reports[0];
  if (onTopic.length < 2) return first.report;
  const taken = new Set<string>();
  const apart = onTopic.map((one, at) => withOwnIds(one, at, taken));
  return {
    onTopic: true,
    page: first.report.page,
    mentions: mergeMentions(apart.flatMap((report) => report.mentions)),
    items: mergeItems(apart),
    entities: mergeEntities(apart),
    documents: Object.fromEntries(apart.flatMap((report) => Object.entries(report.documents))),
    related: inTurn(apart.map((report) => report.related)).slice(0, RELATED_MOST),
    packs: apart.flatMap((report) => report.packs),
  };
}

/** Documents of two packs may have one id; so may facts and stances, which are numbered for each report. */
function withOwnIds({ pack, report }: PackReport, at: number, taken: Set<string>): Report {
  const names = new Map(Object.keys(report.documents).map((id) => [id, taken.has(id) ? `${pack}/${id}` : id] as const));
  for (const id of names.values()) taken.add(id);
  const document = (id: string): string => names.get(id) ?? id;
  // Figures are the same numbers of the page for every pack, and are numbered alike.
  const item = (one: Item): string => (at === 0 || one.kind === 'figure' ? one.id : `${one.id}-${at + 1}`);
  const ids = new Map(report.items.map((one) => [one.id, item(one)]));
  const against = (one: Against): Against => ({ ...one, document: document(one.document) });
  const stance = (one: StanceLine): StanceLine => ({ ...one, document: document(one.document) });
  const renamed = (one: DocumentInfo): DocumentInfo => ({ ...one, id: document(one.id) });
  return {
    ...report,
    items: report.items.map((one) => ({
      ...one,
      id: item(one),
      against: one.against.map(against),
      ...(one.mixUp && { mixUp: { ...one.mixUp, document: document(one.mixUp.document) } }),
      ...(one.selfConflicts && { selfConflicts: one.selfConflicts.map((id) => ids.get(id) ?? id) }),
    })),
    entities: mapValues(report.entities, (one) => ({ ...one, stances: one.stances.map(stance) })),
    documents: Object.fromEntries(Object.values(report.documents).map((one) => [document(one.id), renamed(one)])),
    related: report.related.map(document),
  };
}

/** How much a pack has to say of a figure: it was compared, it has a measure, it is a number. */
const weight = (item: Item): number => (item.against.length > 0 ? 2 : item.measure === null ? 0 : 1);

/** Every figure once, from the pack that has most to say of it; facts and stances of all. */
function mergeItems(reports: readonly Report[]): Item[] {
  const best = new Map<string, { item: Item; from: number }>();
  reports.forEach((report, from) => {
    for (const item of report.items) {
      const known = best.get(item.id);
      if (!known || weight(item) > weight(known.item)) best.set(item.id, { item, from });
    }
  });
  const kept = [...best.values()];
  return kept.map(({ item, from }) => {
    if (!item.selfConflicts) return item;
    // Two figures of the page conflict in one pack's terms, or not at all.
    const selfConflicts = item.selfConflicts.filter((id) => best.get(id)?.from === from);
    return { ...item, selfConflicts };
  });
}

/** Of mentions that overlap, the longer; of the same words, the first pack's. In the order of the page. */
function mergeMentions(mentions: readonly MentionItem[]): MentionItem[] {
  const sorted = mentions
    .map((mention, at) => ({ mention, at }))
    .sort(
      (a, b) =>
        a.mention.block - b.mention.block ||
        a.mention.start - b.mention.start ||
        b.mention.end - a.mention.end ||
        a.at - b.at,
    );
  const kept: MentionItem[] = [];
  for (const { mention } of sorted) {
    const last = kept.at(-1);
    if (last?.block !== mention.block || last.end <= mention.start) {
      kept.push(mention);
      continue;
    }
    // One pack marks a country only where it has a position of it; where either marks it, it is marked.
    const same = last.start === mention.start && last.end === mention.end && last.entity === mention.entity;
    if (same && mention.first && !last.first) kept[kept.length - 1] = { ...last, first: true };
  }
  return kept;
}

/** Who somebody is, from the first pack that knows them; where they stand and who names them, from all. */
function mergeEntities(reports: readonly Report[]): Record<string, EntityInfo> {
  const merged = new Map<string, EntityInfo>();
  for (const report of reports)
    for (const [id, info] of Object.entries(report.entities)) {
      const known = merged.get(id);
      merged.set(
        id,
        known
          ? {
              ...known,
              role: known.role ?? info.role,
              country: known.country ?? info.country,
              description: known.description ?? info.description,
              // Of words of both, none is right.
              language: known.language === info.language ? known.language : undefined,
              stances: [...known.stances, ...info.stances],
              sources: known.sources + info.sources,
              sourcesOf: known.sourcesOf + info.sourcesOf,
            }
          : info,
      );
    }
  return Object.fromEntries(merged);
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function mapValues<T, U>(record: Record<string, T>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
