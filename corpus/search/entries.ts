/** What of a pack can be found, and by which words. Pure. */
import { searchWords } from '../../utils/language/search-words.ts';
import type { Claim, Document } from '../schema/document.ts';
import type { Entity } from '../schema/entity.ts';
import type { Measure } from '../schema/measure.ts';
import type { EntryKind } from './search-index.ts';

/** The parts of a pack that a search reads. */
export interface Searchable {
  entities: readonly Entity[];
  measures: readonly Measure[];
  documents: readonly Document[];
  /** False: names are known, and found elsewhere. */
  names?: boolean;
}

/** One text of an entry, and how much its words tell of the entry. */
export type Field = readonly [weight: number, text: string | undefined];

export interface Entry {
  kind: EntryKind;
  id: string;
  fields: Field[];
  /** Countries to filter by. */
  countries: string[];
  /** Whole spellings, of names. */
  spellings?: string[];
  /** How many documents speak of it, of names. */
  mentions?: number;
}

/** What a reader most likely has in mind, in points: a name, a number, what is counted; then what stands around it. */
const POINTS = {
  name: 40,
  spelling: 32,
  number: 30,
  country: 26,
  position: 20,
  title: 20,
  label: 16,
  surface: 14,
  wording: 12,
  scope: 10,
  speaker: 10,
  outlet: 8,
  summary: 8,
  aside: 6,
} as const;

/** What entries share: entities and measures by id, and how often each is spoken of. */
export interface EntryContext {
  entities: ReadonlyMap<string, Entity>;
  measureOf(id: string): Measure | undefined;
  mentions: ReadonlyMap<string, number>;
  /** People by their full name, its words folded with single spaces between. */
  people: ReadonlyMap<string, Entity>;
}

export function reportEntry(document: Document, context: EntryContext): Entry {
  return {
    kind: 'report',
    id: document.id,
    fields: [
      [POINTS.title, document.title],
      [POINTS.outlet, document.outlet],
      [POINTS.summary, document.summary],
      [POINTS.aside, dateWords(document.date)],
    ],
    countries: countriesOf(document.entities, context),
  };
}

export function claimEntry(claim: Claim, document: Document, context: EntryContext): Entry {
  const measure = context.measureOf(claim.measure);
  const country = claim.scope.country ? context.entities.get(claim.scope.country) : undefined;
  const shared: Field[] = [
    [POINTS.surface, claim.surface],
    [POINTS.wording, claim.wording],
    [POINTS.speaker, claim.saidBy],
    ...speakersOf(claim.saidBy, context).map((person): Field => [POINTS.aside, spellingsOf(person).join(' ')]),
    [POINTS.aside, claim.origin],
    [POINTS.aside, document.outlet],
  ];
  const countries = country ? [country.id] : [];
  if (claim.kind === 'stance') {
    const known = measure?.kind === 'stance' ? measure : undefined;
    return {
      kind: 'stance',
      id: claim.id,
      fields: [
        [POINTS.country, country ? spellingsOf(country).join(' ') : claim.scope.country],
        [POINTS.position, known?.values.find(({ value }) => value === claim.value)?.label ?? claim.value],
        [POINTS.label, measure?.label],
        [POINTS.scope, known?.missions.find(({ mission }) => mission === claim.mission)?.label],
        [POINTS.wording, claim.detail],
        ...shared,
      ],
      countries,
    };
  }
  return {
    kind: 'figure',
    id: claim.id,
    fields: [
      [POINTS.label, measure?.label],
      ...(claim.kind === 'figure' ? quantityFields(claim.quantity) : factFields(claim.value, measure, context)),
      ...scopeFields(claim.scope, measure, context),
      ...shared,
    ],
    countries,
  };
}

export function nameEntry(entity: Entity, context: EntryContext): Entry {
  const spellings = spellingsOf(entity);
  const country = entity.kind === 'country' ? undefined : context.entities.get(entity.country ?? '');
  return {
    kind: 'name',
    id: entity.id,
    fields: [
      [POINTS.name, entity.name],
      ...spellings.map((text): Field => [POINTS.spelling, text]),
      [POINTS.aside, country?.name],
      ...(entity.roles ?? []).map(({ title }): Field => [POINTS.aside, title]),
    ],
    countries: countriesOf([entity.id], context),
    spellings,
    mentions: context.mentions.get(entity.id) ?? 0,
  };
}

const spellingsOf = (entity: Entity): string[] => [
  ...new Set([entity.name, ...entity.aliases.map((alias) => alias.text)]),
];

/** Names have this many words at most. */
const LONGEST_NAME = 5;

/** The people whose full names stand in a line like "A and B": what they say is found by every spelling of theirs. */
function speakersOf(saidBy: string | undefined, { people }: EntryContext): Entity[] {
  if (!saidBy) return [];
  const words = searchWords(saidBy).map(({ word }) => word);
  const found = new Set<Entity>();
  for (const at of words.keys())
    for (let length = 1; length <= LONGEST_NAME; length++) {
      const person = people.get(words.slice(at, at + length).join(' '));
      if (person) found.add(person);
    }
  return [...found];
}

/** The number as digits; how the source prints it ("1.1bn") is in its surface. */
function quantityFields(quantity: Extract<Claim, { kind: 'figure' }>['quantity']): Field[] {
  const { value, low, high, unit } = quantity;
  const numbers = [value, low ?? undefined, high ?? undefined].filter((n) => n !== undefined);
  return [...numbers.map((n): Field => [POINTS.number, String(Math.abs(n))]), [POINTS.aside, unit]];
}

function factFields(value: string, measure: Measure | undefined, context: EntryContext): Field[] {
  const known = measure?.kind === 'fact' ? measure.values.find((one) => one.value === value)?.label : undefined;
  if (known) return [[POINTS.position, known]];
  const names = value.split(',').map((part) => context.entities.get(part)?.name ?? part);
  return [[POINTS.position, names.join(' ')]];
}

function scopeFields(scope: Record<string, string>, measure: Measure | undefined, context: EntryContext): Field[] {
  const periods = measure?.kind === 'figure' ? (measure.periods ?? []) : [];
  return Object.entries(scope).map(([key, value]): Field => {
    const entity = context.entities.get(value);
    if (!entity) return [POINTS.scope, periods.find(({ period }) => period === value)?.label ?? value];
    return key === 'country'
      ? [POINTS.country, spellingsOf(entity).join(' ')]
      : [POINTS.scope, [entity.name, ...(entity.event?.places ?? [])].join(' ')];
  });
}

function countriesOf(ids: readonly string[], context: EntryContext): string[] {
  const countries = ids.flatMap((id) => {
    const entity = context.entities.get(id);
    return entity?.kind === 'country' ? entity.id : (entity?.country ?? []);
  });
  return [...new Set(countries)];
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** "2025-09-05 September 2025": no word for the day alone, or every report of a 26th would be found by "26". */
function dateWords(date: string | undefined): string | undefined {
  if (!date) return undefined;
  const [year, month] = date.split('-');
  return month ? `${date} ${MONTH.format(Date.UTC(2000, Number(month) - 1, 1))} ${year}` : date;
}
