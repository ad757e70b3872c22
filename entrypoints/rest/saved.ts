/** The reader's own pages. Asked by the extension's pages only: nothing of them is ever sent to a page of the web. */
import { engineFor } from '../../corpus/engine.ts';
import { type SavedStore, SavedStoreError, savedStore } from '../../corpus/saved.ts';
import { compareSaved, measuresOf } from '../../corpus/saved-compare.ts';
import { openSavedDatabase } from '../../corpus/saved-database.ts';
import { draftOf, savedId } from '../../corpus/saved-draft.ts';
import { articleIn, isPrivate } from '../../utils/extension/article.ts';
import { loadWords } from '../../utils/extension/interface-words.ts';
import type { Handlers } from '../../utils/extension/messages.ts';
import type { Refused, SavedProtocol } from '../../utils/extension/protocol.ts';
import { corpusHere } from './corpus.ts';
import { savedMemory } from './saved-memory.ts';

type Answer<N extends keyof SavedProtocol> = Promise<SavedProtocol[N]['answer']>;

let opened: SavedStore | null = null;

/** Opened when first asked for: most starts of the worker need no saved page. */
function store(): SavedStore {
  opened ??= savedStore(openSavedDatabase(), savedMemory);
  return opened;
}

/** What the store refuses is an answer, not an error: the panel says it. */
async function answering<T extends { ok: true }>(work: () => Promise<T | Refused>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SavedStoreError) return { ok: false, why: error.why, reason: error.message };
    throw error;
  }
}

const draftSave = ({ tab }: { tab: number }): Answer<'draft-save'> =>
  answering(async () => {
    if (await isPrivate(tab)) return { ok: false, why: 'private' };
    // Asked before it is taken: an article that cannot be kept is left where it is.
    await store().count();
    const taken = await articleIn(tab);
    if (!taken.ok) return taken;
    const { article } = taken;
    const id = await savedId(article.url);
    if (id === null) return { ok: false, why: 'no-access' };
    const { corpus, prepared } = corpusHere();
    const { state } = await prepared();
    if (state === 'unavailable') return { ok: false, why: 'preparing' };
    const earlier = await store().head(id);
    const engine = engineFor(await corpus.rules());
    const { words } = await loadWords();
    return {
      ok: true,
      draft: draftOf(article, { engine, words, id, earlier: earlier && { savedAt: earlier.savedAt } }),
    };
  });

const savedBeside = ({ url, date, items }: SavedProtocol['saved-beside']['request']): Answer<'saved-beside'> =>
  answering(async () => {
    const none = { items: {}, documents: {} };
    const all = await store().count();
    if (all === 0) return { ok: true, saved: null, comparison: none };
    const id = url === null ? null : await savedId(url);
    const saved = id === null ? null : await store().head(id);
    const asked = items.some(({ measure }) => measure !== null);
    if (!asked) return { ok: true, saved, comparison: none };
    const engine = engineFor(await corpusHere().corpus.rules());
    const { words } = await loadWords();
    const claims = await store().claims(measuresOf(items, engine));
    return { ok: true, saved, comparison: compareSaved({ url, date, items }, claims, engine, words) };
  });

const savedPage = ({ id }: { id: string }): Answer<'saved-page'> =>
  answering(async () => {
    const page = await store().page(id);
    const measures = new Set(page?.document.claims.map(({ measure }) => measure));
    if (measures.size === 0) return { ok: true, page, labels: {} };
    const { ruleOf } = engineFor(await corpusHere().corpus.rules());
    const labels = [...measures].flatMap((measure) => {
      const label = ruleOf(measure)?.label;
      return label ? [[measure, label] as const] : [];
    });
    return { ok: true, page, labels: Object.fromEntries(labels) };
  });

export const savedHandlers = {
  'draft-save': draftSave,
  'save-page': (page) => answering(async () => ({ ok: true, replaced: await store().save(page) })),
  'saved-list': (query) =>
    answering(async () => {
      const [pages, all] = await Promise.all([store().list(query.words), store().count()]);
      return { ok: true, pages, all };
    }),
  'saved-page': savedPage,
  'delete-saved': ({ id }) => answering(async () => ({ ok: true, page: await store().delete(id) })),
  'saved-beside': savedBeside,
} satisfies Handlers;
