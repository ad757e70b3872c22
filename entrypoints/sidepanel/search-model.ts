/** Searches as the reader types: indexes are opened when the tab is first shown; an answer that is no longer asked for is dropped. */
import { computed, effect, signal } from '@preact/signals';
import type { SearchViewProps } from '../../components/panel/search/SearchView.tsx';
import { openDatabase, watchTable } from '../../corpus/database.ts';
import type { BundledPack } from '../../corpus/install.ts';
import { openSavedDatabase } from '../../corpus/saved-database.ts';
import type { Document } from '../../corpus/schema/document.ts';
import { watchEditions } from '../../corpus/search/editions.ts';
import { ownShelf } from '../../corpus/search/own-shelf.ts';
import { answerQuery, type Shelf } from '../../corpus/search/results.ts';
import type { Limits } from '../../corpus/search/search.ts';
import { databaseShelves, memoryShelves } from '../../corpus/search/shelves.ts';
import { interfaceWords } from '../../utils/extension/interface-words.ts';
import { ask } from '../../utils/extension/messages.ts';
import { readOwnJson } from '../../utils/extension/own-files.ts';
import type { CorpusState } from '../../utils/extension/protocol.ts';
import { RESULT_KINDS, type ResultKind, type SearchAnswer, type SearchFilters } from '../../utils/search-results.ts';
import { query } from './search-query.ts';

/** A fast typist's keys are nearer together: one answer for several letters. */
const TYPING_MS = 60;
/** Of each kind, and of one kind alone. */
const FIRST_RESULTS = 5;
const ALONE_RESULTS = 20;
const MORE_RESULTS = 20;
/** While packs are being written, so often is it asked whether they are there. */
const ASK_AGAIN_MS = 500;

export const filters = signal<SearchFilters>({});
export const answer = signal<SearchAnswer | null>(null);
export const opened = signal<SearchViewProps['state']>('loading');
const packs = signal<readonly Shelf[]>([]);
const own = signal<Shelf | null>(null);
const shelves = computed(() => (own.value ? [...packs.value, own.value] : packs.value));
const more = signal<Partial<Record<ResultKind, number>>>({});

const files = {
  index: async () => ((await readOwnJson('packs/index.json')) as { packs: BundledPack[] }).packs,
  read: readOwnJson,
};

/** What the filters can be set to, from all packs. */
export function choices(): SearchViewProps['choices'] {
  const collator = new Intl.Collator(interfaceWords().locale);
  const countries = new Map(
    shelves.value.flatMap((shelf) => shelf.index.countries.map((one) => [one.id, one] as const)),
  );
  return {
    outlets: [...new Set(shelves.value.flatMap((shelf) => shelf.index.outlets))].sort(collator.compare),
    countries: [...countries.values()].sort((a, b) => collator.compare(a.name, b.name)),
  };
}

export const examples = (): string[] => shelves.value.flatMap((shelf) => shelf.index.examples);

export function showMore(kind: ResultKind): void {
  more.value = { ...more.value, [kind]: (more.value[kind] ?? 0) + MORE_RESULTS };
}

/** Other words or filters begin with the first few results again. */
export function setFilters(next: SearchFilters): void {
  more.value = {};
  filters.value = next;
}
export function setQuery(next: string): void {
  more.value = {};
  query.value = next;
}

/** Of a kind alone as many as fit; the others are counted. */
function limits(): Limits {
  const { kind: chosen } = filters.value;
  const limit = (kind: ResultKind) => {
    if (chosen && kind !== chosen) return 0;
    return (chosen ? ALONE_RESULTS : FIRST_RESULTS) + (more.value[kind] ?? 0);
  };
  return { hits: Object.fromEntries(RESULT_KINDS.map((kind) => [kind, limit(kind)])) };
}

let asked = 0;

async function search(text: string, narrowed: SearchFilters, wanted: Limits): Promise<void> {
  const mine = ++asked;
  // The counts beside the kinds are of all kinds.
  const { kind, ...rest } = narrowed;
  const isNothing = text.trim() === '' && Object.values(narrowed).every((value) => !value);
  if (isNothing) {
    answer.value = null;
    return;
  }
  try {
    const everything = text.trim() === '' && kind ? { kind } : rest;
    const found = await answerQuery(shelves.value, text, { ...rest, ...everything }, wanted, interfaceWords());
    if (mine !== asked) return;
    answer.value = found;
    opened.value = 'ready';
  } catch (error) {
    if (mine === asked) opened.value = { failed: error instanceof Error ? error.message : String(error) };
  }
}

let started = false;

/** Opens the indexes and answers from then on. Once; more calls do nothing. */
export async function startSearch(): Promise<void> {
  if (started) return;
  started = true;
  effect(() => {
    const [text, narrowed, wanted] = [query.value, filters.value, limits()];
    if (shelves.value.length === 0) return;
    const timer = setTimeout(() => void search(text, narrowed, wanted), TYPING_MS);
    return () => clearTimeout(timer);
  });
  try {
    await open(await prepared());
  } catch (error) {
    opened.value = { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Waits until the packs are there. */
async function prepared(): Promise<CorpusState> {
  for (;;) {
    const { corpus } = await ask('corpus-state', null);
    if (corpus.state !== 'preparing') return corpus;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

async function open(corpus: CorpusState): Promise<void> {
  if (corpus.state === 'unavailable') {
    opened.value = { failed: corpus.reason };
    return;
  }
  if (corpus.state === 'memory') packs.value = await memoryShelves(files);
  else {
    const database = openDatabase();
    packs.value = await databaseShelves(database, files);
    watchOwnPages();
    // Packs come and go while the panel stays.
    watchEditions(database, async () => {
      packs.value = await databaseShelves(database, files, packs.peek());
    });
  }
  opened.value = 'ready';
}

/** What was saved or deleted is found, or not, from then on. A browser that keeps nothing has nothing of the reader's. */
function watchOwnPages(): void {
  const saved = openSavedDatabase();
  let pages: Document[] = [];
  const renew = async () => {
    own.value = await ownShelf(pages, packs.value);
  };
  watchTable(
    () => saved.pages.orderBy('savedAt').reverse().toArray(),
    (rows) => {
      pages = rows.map((row) => row.document);
      void renew().catch(() => {});
    },
  );
}
