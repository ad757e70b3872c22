/**
 * What the person reading said is no conflict, or not who is meant, and what of a report that keeps back. Pure.
 *
 * A figure is known again by its pack, measure, scope and the interval that the page gives; its record holds the other
 * numbers that it was seen beside. A source that says yet another number makes it a conflict again: it is another dispute
 * than the one that was dismissed. A name is known again by its pack, its entity and the very words. No record says on which page.
 */
import { type Against, type Item, isConflict, type MentionItem, type Report } from './report.ts';

/** What was said: a hard interval (null where open) with its unit, or a value with its mission. */
export type Said = { low: number | null; high: number | null; unit: string | null } | { value: string };

export interface DismissedFigure {
  kind: 'figure';
  pack: string;
  measure: string;
  scope: Record<string, string>;
  says: Said;
  /** What sources said otherwise, each once. */
  against: Said[];
  /** For the list in the settings, in the words of the day: what is counted, what the page said, what others said. */
  title: string;
  display: string;
  others: string[];
}

export interface DismissedName {
  kind: 'name';
  pack: string;
  entity: string;
  /** The words of the page, folded. */
  form: string;
  /** For the list: the words as they stood, and who was meant by them. */
  surface: string;
  name: string;
}

export type Dismissal = DismissedFigure | DismissedName;

/** What of one report is kept back: ids of items, keys of names. */
export interface DismissedHere {
  items: readonly string[];
  names: readonly string[];
}

export const NOTHING_DISMISSED: DismissedHere = { items: [], names: [] };

/** Of other numbers a list names the first ones. */
const MOST_OTHERS = 6;
/** Longer words of a page are cut in the list. */
const MOST_WORDS = 120;

export const foldForm = (surface: string): string => surface.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const said = (of: Pick<Item | Against, 'quantity' | 'value'>): Said =>
  of.quantity
    ? { low: of.quantity.hard.low, high: of.quantity.hard.high, unit: of.quantity.unit }
    : { value: of.value ?? '' };

/** A position is one of a mission, a signature one of a list that is whole or not: other ones are other statements. */
function saidByPage(item: Item): Said {
  const own = said(item);
  return 'value' in own ? { value: [own.value, item.mission, item.only && 'only'].filter(Boolean).join(' / ') } : own;
}

const isSame = (a: Said, b: Said): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Could both be true? Open ends meet everything on their side. */
function agrees(a: Said, b: Said): boolean {
  if ('value' in a || 'value' in b) return isSame(a, b);
  const { NEGATIVE_INFINITY: least, POSITIVE_INFINITY: most } = Number;
  return a.unit === b.unit && (a.low ?? least) <= (b.high ?? most) && (b.low ?? least) <= (a.high ?? most);
}

/** What the verdict rests on: what conflicts of these days, else of other times. */
function conflicting(item: Item): Against[] {
  const all = item.against.filter((one) => one.verdict === 'conflicts');
  const near = all.filter((one) => !one.far);
  return near.length > 0 ? near : all;
}

/** Nothing of a record can break out of its key: it is JSON, with the scope in one order. */
export function keyOf(dismissal: Dismissal): string {
  const { kind, pack } = dismissal;
  if (kind === 'name') return `${kind}:${JSON.stringify([pack, dismissal.entity, dismissal.form])}`;
  const { measure, scope, says } = dismissal;
  const sorted = Object.entries(scope).sort(([a], [b]) => (a < b ? -1 : 1));
  const what = 'value' in says ? [says.value] : [says.low, says.high, says.unit];
  return `${kind}:${JSON.stringify([pack, measure, sorted, what])}`;
}

/** The record of an item that conflicts; null for any other, of which there is nothing to dismiss. */
export function figureOf(item: Item): DismissedFigure | null {
  if (item.measure === null || !isConflict(item.verdict)) return null;
  const others = conflicting(item);
  const against: Said[] = [];
  for (const one of others.map(said)) if (!against.some((known) => isSame(known, one))) against.push(one);
  return {
    kind: 'figure',
    pack: item.pack ?? '',
    measure: item.measure,
    scope: item.scope,
    says: saidByPage(item),
    against,
    title: [item.label ?? item.measure, item.scopeLabel].filter(Boolean).join(', ').slice(0, MOST_WORDS),
    display: item.display.slice(0, MOST_WORDS),
    others: [...new Set(others.map((one) => one.display.slice(0, MOST_WORDS)))].slice(0, MOST_OTHERS),
  };
}

export function nameOf(mention: MentionItem, report: Report): DismissedName {
  const { entity, surface, pack = '' } = mention;
  const name = report.entities[entity]?.name ?? entity;
  return { kind: 'name', pack, entity, form: foldForm(surface), surface: surface.slice(0, MOST_WORDS), name };
}

const nameKey = ({ entity, surface, pack = '' }: MentionItem): string =>
  `name:${JSON.stringify([pack, entity, foldForm(surface)])}`;

/** The keys under which records of this report may be kept. */
export function keysOf(report: Report): string[] {
  const figures = report.items.flatMap((item) => figureOf(item) ?? []).map(keyOf);
  return [...new Set([...figures, ...report.mentions.map(nameKey)])];
}

/** What of a report the records that were found under its keys keep back. */
export function dismissedIn(report: Report, found: ReadonlyMap<string, Dismissal>): DismissedHere {
  if (found.size === 0) return NOTHING_DISMISSED;
  const items = report.items.filter((item) => {
    const now = figureOf(item);
    const then = now && found.get(keyOf(now));
    return then?.kind === 'figure' && now?.against.every((one) => then.against.some((known) => agrees(known, one)));
  });
  const names = new Set(report.mentions.map(nameKey).filter((key) => found.has(key)));
  return { items: items.map((item) => item.id), names: [...names] };
}

export const isNameDismissed = (mention: MentionItem, here: DismissedHere): boolean =>
  here.names.length > 0 && here.names.includes(nameKey(mention));

/**
 * The report without what is kept back. Where the mention that would be marked goes, the next one of its section that
 * stays is marked in its place; of a country only some forms are ever marked, so nothing takes the place of one.
 */
export function withoutDismissed(report: Report, here: DismissedHere): Report {
  if (here.items.length + here.names.length === 0) return report;
  const owed = new Set<string>();
  const mentions: MentionItem[] = [];
  for (const mention of report.mentions) {
    if (mention.first) owed.delete(mention.entity);
    if (isNameDismissed(mention, here)) {
      if (mention.first && report.entities[mention.entity]?.kind !== 'country') owed.add(mention.entity);
    } else mentions.push(owed.delete(mention.entity) ? { ...mention, first: true } : mention);
  }
  return { ...report, items: report.items.filter((item) => !here.items.includes(item.id)), mentions };
}

/** The same dispute dismissed again, beside other numbers: what was dismissed before stays so. */
export function joined(before: Dismissal | undefined, now: Dismissal): Dismissal {
  if (before?.kind !== 'figure' || now.kind !== 'figure') return now;
  const against = [...before.against, ...now.against.filter((one) => !before.against.some((two) => isSame(one, two)))];
  return { ...now, against, others: [...new Set([...now.others, ...before.others])].slice(0, MOST_OTHERS) };
}
