/**
 * One page, from its text to the report: names, figures, facts and stances, each beside the claims of the corpus.
 * The background, the command line and the tests all call this.
 */
import type { PageText } from '../utils/extension/protocol.ts';
import { passesGate } from '../utils/language/gate.ts';
import type { MeasureRule } from '../utils/language/pack-rules.ts';
import { readQuantities } from '../utils/language/quantities.ts';
import type { Reading } from '../utils/language/types.ts';
import type { Item, MentionItem, Report } from '../utils/report.ts';
import type { ReportWords } from '../utils/words/background-words.ts';
import type { CompareContext, PageFigure } from './analyse-context.ts';
import { settledItem } from './analyse-doubt.ts';
import { figureItem } from './analyse-figures.ts';
import { statementItem } from './analyse-statements.ts';
import { daysOf } from './comparable.ts';
import { compareStatement, strongestStances } from './compare-statements.ts';
import { documentInfo, packLanguage } from './document-info.ts';
import { type Engine, engineFor } from './engine.ts';
import { entityInfos } from './entity-info.ts';
import { mergeReports, type PackReport } from './merge-reports.ts';
import type { Alike, Nearby } from './near.ts';
import { canonicalUrl, maybeOwn, ownDocuments } from './own-article.ts';
import { reachOf } from './reach.ts';
import { type PageReading, readPage } from './read-page.ts';
import { relatedDocuments } from './related.ts';
import { markSelfConflicts } from './self-conflicts.ts';
import type { ClaimRow, Corpus, Rules } from './source.ts';

export interface AnalyseOptions {
  words: ReportWords;
  /** Adds to each item why it got its measure and verdict (`explain.ts`): for the command line, so no page loads it. */
  explain?: (items: Item[], read: PageReading, engine: Engine) => void;
}

const emptyReport = (reading: Reading, page: PageText, engine: Engine): Report => ({
  onTopic: false,
  page: { date: reading.pageDate, language: page.language },
  // A bare surname off the topic may be anybody's.
  mentions: mentionItems(reading, engine, new Set()).filter(({ surface }) => /\s/.test(surface)),
  items: [],
  entities: {},
  documents: {},
  related: [],
  packs: engine.packs,
});

/** What the comparison needs: claims of the measures found and of what counts the same, and what they are mixed up with. */
function wantedClaims(
  { figures, statements, reading }: PageReading,
  engine: Engine,
): { nearby: Nearby[]; alike: Alike[] } {
  const nearby = new Map<string, Nearby>();
  const alike = new Map<string, Alike>();
  const day = reading.pageDate?.to ?? null;
  const want = (
    id: string,
    scope: Record<string, string>,
    asOf: string | null | undefined,
    onlySaying?: number | null,
  ): MeasureRule | undefined => {
    const rule = engine.ruleOf(id);
    const general = rule?.kind === 'fact' && rule.variantOf ? engine.ruleOf(rule.variantOf) : rule;
    const sets = general?.kind === 'fact' ? (general.inSets ?? []).map(({ measure }) => measure) : [];
    const measures = [id, ...(rule?.sameAs ?? []), ...sets];
    const one = { measures, scope, day: asOf ? daysOf(asOf).to : day, onlySaying };
    nearby.set(JSON.stringify(one), one);
    return rule;
  };
  const wantFigure = ({ classified, scope, asOf, quantity }: PageFigure, onlySaying?: number | null) => {
    const rule = classified ? want(classified.measure, scope, asOf, onlySaying) : undefined;
    const { value } = quantity;
    if (value === undefined) return;
    for (const measure of rule?.confusedWith ?? []) {
      const one = { measure, value, country: scope.country, day };
      alike.set(JSON.stringify(one), one);
    }
  };
  for (const figure of figures) {
    wantFigure(figure);
    const { value, bound } = figure.quantity;
    for (const guess of figure.guesses) wantFigure(guess, bound === '=' ? (value ?? null) : null);
  }
  for (const { measure, scope, asOf } of statements) want(measure, scope, asOf);
  return { nearby: [...nearby.values()], alike: [...alike.values()] };
}

/** Documents that the page is itself: with all their claims of its measures, not only those that it is compared with. */
async function ownArticles(page: PageText, rows: readonly ClaimRow[], corpus: Corpus): Promise<Set<string>> {
  const text = page.blocks.map((block) => block.text).join('\n');
  const address = canonicalUrl(page.url);
  const there = address ? await corpus.documentsAt(address) : [];
  const measures = new Set(rows.map(({ claim }) => claim.measure));
  const theirs = (await corpus.claimsOf(maybeOwn(text, rows))).filter(({ claim }) => measures.has(claim.measure));
  return ownDocuments({ url: page.url, text }, there, theirs);
}

/** Short forms of countries are capitals with or without full stops: "UK", "U.S.". */
const SHORT_COUNTRY = /^(the )?\p{Lu}[\p{Lu}.]{1,5}$/u;

/**
 * Mentions, with those that get a mark: the first of each entity in each section. Of countries only those that the corpus
 * has a position of, and only by name: a page full of "French" and "American" underlined would say nothing.
 */
function mentionItems(reading: Reading, engine: Engine, positions: ReadonlySet<string>): MentionItem[] {
  const seen = new Set<string>();
  const pack = engine.packs[0]?.id;
  const section = new Map(reading.blocks.map((block) => [block.id, block.section]));
  return reading.mentions.map(({ entity, surface, block, start, end }) => {
    const key = `${section.get(block)} ${entity}`;
    const known = engine.entities.get(entity);
    const byName = surface === known?.name || SHORT_COUNTRY.test(surface);
    const first = !seen.has(key) && (known?.kind !== 'country' || (positions.has(entity) && byName));
    if (first) seen.add(key);
    return { entity, pack, surface, block, start, end, first };
  });
}

/**
 * What the packs say of a page, each by itself: measures of two packs may share a name and count different things, and an
 * imported pack must not change what another says. The list of packs is asked for once: while one is imported or taken out, each
 * question to the database waits its turn. Never throws for what a page holds; throws where the corpus cannot be read.
 */
export async function analysePage(page: PageText, corpus: Corpus, options: AnalyseOptions): Promise<Report> {
  const packs = await corpus.packs();
  try {
    return await analyseWithPacks(page, packs, corpus, options);
  } catch (error) {
    // An edition that was replaced or taken out meanwhile has no rows any more: those of now are asked.
    const now = await corpus.packs();
    if (now.length === packs.length && now.every((pack, i) => pack === packs[i])) throw error;
    return analyseWithPacks(page, now, corpus, options);
  }
}

async function analyseWithPacks(
  page: PageText,
  packs: readonly Corpus[],
  corpus: Corpus,
  options: AnalyseOptions,
): Promise<Report> {
  const [first, ...others] = packs;
  if (!first) return analyseWith(page, corpus, await corpus.rules(), options);
  const report = await analyseWith(page, first, await first.rules(), options);
  if (others.length === 0) return report;
  const reports: [PackReport, ...PackReport[]] = [{ pack: idIn(report), report }];
  const text = page.blocks.map((block) => block.text).join('\n');
  for (const pack of others) {
    // Most pages are about one pack's topic at most: the others cost one look at the text, and none of their names is read.
    if (!passesGate(text, await pack.gate())) continue;
    const other = await analyseWith(page, pack, await pack.rules(), options);
    reports.push({ pack: idIn(other), report: other });
  }
  return mergeReports(reports);
}

/** Of the one pack that made the report. */
const idIn = (report: Report): string => report.packs[0]?.id ?? '';

/** What one pack says of a page. */
async function analyseWith(page: PageText, corpus: Corpus, rules: Rules, options: AnalyseOptions): Promise<Report> {
  const engine = engineFor(rules);
  const read = readPage(page, engine);
  const { reading } = read;
  if (!read.onTopic)
    return {
      ...emptyReport(reading, page, engine),
      items: read.figures.map((f, i) => figureItem(`f${i}`, f, bareContext(engine, options.words))),
    };

  const { nearby, alike } = wantedClaims(read, engine);
  const allRows = await corpus.claimsNear(nearby, alike);
  const entityIds = [...new Set(reading.mentions.map((m) => m.entity))];
  const naming = await corpus.documentsMentioning(entityIds);
  const documents = new Map([...naming, ...allRows.map((row) => row.document)].map((d) => [d.id, d]));
  const own = await ownArticles(page, allRows, corpus);
  const rows: ClaimRow[] = strongestStances(allRows.filter((row) => !own.has(row.document.id)));

  const context: CompareContext = {
    ...bareContext(engine, options.words),
    rows,
    pageDate: reading.pageDate,
    compareStatement: (statement, row, rule) => compareStatement(statement, row, rule, reading.pageDate),
  };
  const items: Item[] = [
    ...read.figures.map((figure, i) => settledItem(`f${i}`, figure, context)),
    ...read.statements.map((statement, i) => statementItem(`${statement.kind}${i}`, statement, context)),
  ];
  const pack = engine.packs[0]?.id;
  const language = engine.manifests[0] && packLanguage(engine.manifests[0]);
  for (const item of items) Object.assign(item, { pack, language }, reachOf(item, documents, engine.packs));
  markSelfConflicts(items, engine.ruleOf, options.words);
  if (options.explain) options.explain(items, read, engine);
  else for (const item of items) delete item.explain;

  const counts = await corpus.counts(entityIds);
  const countries = new Set(entityIds.flatMap((id) => engine.countryOf(id) ?? []));
  const stances = await corpus.stancesOf([...countries]);
  const entities = entityInfos(entityIds, { engine, counts, stances, pageDate: reading.pageDate, language });
  const related = relatedDocuments([...documents.values()], {
    items,
    mentions: reading.mentions,
    rows,
    counts,
    pageDate: reading.pageDate,
    own,
  });
  const named = new Set([
    ...related,
    ...items.flatMap((item) => item.against.map((a) => a.document)),
    ...items.flatMap((item) => (item.mixUp ? [item.mixUp.document] : [])),
    ...Object.values(entities).flatMap((entity) => entity.stances.map((s) => s.document)),
  ]);
  for (const row of stances) documents.set(row.document.id, row.document);
  return {
    onTopic: true,
    page: { date: reading.pageDate, language: page.language },
    mentions: mentionItems(reading, engine, new Set(stances.flatMap(({ claim }) => claim.scope.country ?? []))),
    items,
    entities,
    documents: Object.fromEntries(
      [...documents.values()].filter((d) => named.has(d.id)).map((row) => [row.id, documentInfo(row, language)]),
    ),
    related,
    packs: engine.packs,
  };
}

/** The context without claims: what an item looks like where nothing is compared. */
function bareContext(engine: Engine, words: ReportWords): CompareContext {
  return {
    rows: [],
    ruleOf: engine.ruleOf,
    pageDate: null,
    valueLabel: (measure, value) => engine.valueLabel(measure, value),
    scopeLabel: (scope) => engine.scopeLabel(scope, words),
    compareStatement: () => null,
    readSurface: (surface) => readQuantities(surface, engine.language.quantities),
    words,
  };
}
