/** What saving a page would keep, for the reader to look at first: its claims as the engine finds them. Keeps nothing itself. */
import type { ArticleText, DraftItem, MeasureOption, SaveDraft } from '../utils/extension/protocol.ts';
import { findContributors } from '../utils/language/contributors.ts';
import { partialDate } from '../utils/language/dates/calendar.ts';
import { findEvent } from '../utils/language/events.ts';
import { indexOf } from '../utils/language/reading-index.ts';
import type { Place, PlacedQuantity, Sentence } from '../utils/language/types.ts';
import type { Words } from '../utils/words/index.ts';
import type { PageFigure } from './analyse-context.ts';
import { displayQuantity } from './display.ts';
import type { Engine } from './engine.ts';
import { canonicalUrl } from './own-article.ts';
import { type PageReading, readPage } from './read-page.ts';
import { fragmentOf } from './saved-fragment.ts';
import { shortSurface } from './saved-surface.ts';

/** A live blog has hundreds of figures; a list that nobody looks through helps nobody. */
export const MOST_DRAFT_ITEMS = 300;
/** As the schema has it. */
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]+)*$/i;
/** Longer values are sets of dozens of names; the schema keeps none of them. */
const LONGEST_VALUE = 200;
/** Words shown around a figure before "…". */
const CONTEXT_CHARACTERS = 160;

export interface DraftOptions {
  engine: Engine;
  words: Words;
  id: string;
  earlier: SaveDraft['earlier'];
}

/** The id of a page in the reader's own corpus, by its address alone. Null where it has none of the web. */
export async function savedId(url: string): Promise<string | null> {
  const address = /^https?:/.test(url) ? canonicalUrl(url) : '';
  if (!address) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address));
  return `saved-${[...new Uint8Array(digest.slice(0, 12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Pure but for the engine's own caches. */
export function draftOf(article: ArticleText, { engine, words, id, earlier }: DraftOptions): SaveDraft {
  // What is no language tag says nothing: "english", "xx_", "".
  const tag = LANGUAGE_TAG.test(article.language) ? article.language : '';
  const isRead = tag === '' || tag.split('-')[0] === engine.language.code;
  const read = isRead ? readPage(article, engine) : null;
  const date = read?.reading.pageDate ? partialDate(read.reading.pageDate) : '';
  const items = read ? itemsOf(article, read, engine, words) : [];
  const kept = items.slice(0, MOST_DRAFT_ITEMS);
  const statementMeasures = [...new Set(kept.filter(({ kind }) => kind !== 'figure').map(({ measure }) => measure!))];
  return {
    id,
    url: article.url,
    title: article.title,
    outlet: article.outlet,
    byline: article.byline,
    date,
    language: tag || engine.language.code,
    summary: article.summary,
    blocks: article.blocks.map(({ kind, text }) => ({ kind, text })),
    cut: article.cut,
    names: read ? namesOf(read, engine) : [],
    items: kept,
    measures: read ? optionsOf(engine) : [],
    labels: Object.fromEntries(statementMeasures.map((measure) => [measure, engine.ruleOf(measure)?.label ?? measure])),
    read: isRead,
    more: items.length > kept.length,
    earlier,
  };
}

function namesOf({ reading }: PageReading, engine: Engine): SaveDraft['names'] {
  const times = new Map<string, number>();
  for (const { entity } of reading.mentions) times.set(entity, (times.get(entity) ?? 0) + 1);
  return [...times].map(([entity, n]) => ({ entity, name: engine.entities.get(entity)?.name ?? entity, times: n }));
}

function optionsOf(engine: Engine): MeasureOption[] {
  return engine.measures
    .flatMap((rule) =>
      rule.kind === 'figure' ? [{ id: rule.id, label: rule.label, units: rule.units, requires: rule.requires }] : [],
    )
    .sort((a, b) => a.label.localeCompare(b.label));
}

function itemsOf(article: ArticleText, read: PageReading, engine: Engine, words: Words): DraftItem[] {
  const { reading } = read;
  const index = indexOf(reading);
  const entities = [...engine.entities.values()];
  const sentenceOf = (place: Place): Sentence | null => {
    const sentence = index.sentences(place.block)[index.sentenceAt(place)];
    return sentence && sentence.start <= place.start ? sentence : null;
  };
  const speakerName = (speaker: { entity: string | null; text: string } | null | undefined) =>
    speaker ? (engine.entities.get(speaker.entity ?? '')?.name ?? speaker.text).slice(0, 120) : undefined;
  const around = (quantity: PlacedQuantity): DraftItem['around'] => {
    const sentence = sentenceOf(quantity);
    const clause = sentence?.clauses.find((c) => quantity.start >= c.start && quantity.start < c.end) ?? sentence;
    const mentions = sentence ? index.mentionsIn(sentence) : [];
    const countryOf = (entity: string) => {
      const country = engine.countryOf(entity);
      return country === null ? null : { country, person: engine.entities.get(entity)?.kind === 'person' };
    };
    const { countries } =
      sentence && clause
        ? findContributors(quantity, sentence, clause, mentions, [], countryOf)
        : { countries: [] as string[] };
    const { event } = findEvent(reading, quantity, entities, engine.language.events);
    return { ...(countries.length === 1 && { country: countries[0]! }), ...(event && { event }) };
  };
  const common = (place: Place, surface: string) => {
    const text = index.text(place.block);
    const sentence = sentenceOf(place) ?? place;
    return {
      surface,
      before: tail(text.slice(sentence.start, place.start)),
      words: text.slice(place.start, place.end),
      after: head(text.slice(place.end, Math.max(place.end, sentence.end))),
      fragment: fragmentOf(text, sentence, place),
    };
  };
  const figures = read.figures.map((figure: PageFigure, i): DraftItem & { at: Place } => {
    const { quantity, classified } = figure;
    const text = index.text(quantity.block);
    const display = displayQuantity({ ...quantity, unit: quantity.unit }, words);
    return {
      id: `f${i}`,
      kind: 'figure',
      display,
      ...common(quantity, shortSurface(text, quantity, quantity.core)),
      measure: classified?.measure ?? null,
      scope: figure.scope,
      scopeLabel: engine.scopeLabel(figure.scope, words),
      quantity: {
        value: quantity.value,
        low: quantity.hard.low,
        high: quantity.hard.high,
        bound: quantity.bound,
      },
      unit: classified?.unit ?? quantity.unit,
      noun: quantity.noun?.lemma,
      around: around(quantity),
      saidBy: speakerName(figure.speaker),
      asOf: figure.asOf ?? undefined,
      modality: figure.modality,
      said: figure.said,
      at: quantity,
    };
  });
  const short = read.statements.filter(({ value }) => value.length <= LONGEST_VALUE);
  const statements = short.map((statement, i): DraftItem & { at: Place } => ({
    id: `${statement.kind[0]}s${i}`,
    kind: statement.kind,
    display: engine.valueLabel(statement.measure, statement.value),
    ...common(statement, shortSurface(index.text(statement.block), statement, statement)),
    measure: statement.measure,
    scope: statement.scope,
    scopeLabel: engine.scopeLabel(statement.scope, words),
    unit: null,
    around: {},
    value: statement.value,
    mission: statement.mission,
    ...(statement.officeHolder && { officeHolder: true }),
    saidBy: speakerName(statement.speaker),
    asOf: statement.asOf,
    modality: statement.modality,
    said: true,
    at: statement,
  }));
  const order = new Map(article.blocks.map((block, i) => [block.id, i]));
  return [...figures, ...statements]
    .sort((a, b) => order.get(a.at.block)! - order.get(b.at.block)! || a.at.start - b.at.start)
    .map(({ at: _, ...item }) => item);
}

const head = (text: string): string =>
  text.length <= CONTEXT_CHARACTERS ? text : `${text.slice(0, CONTEXT_CHARACTERS).replace(/\s+\S*$/, '')} …`;
const tail = (text: string): string =>
  text.length <= CONTEXT_CHARACTERS ? text : `… ${text.slice(-CONTEXT_CHARACTERS).replace(/^\S*\s+/, '')}`;
