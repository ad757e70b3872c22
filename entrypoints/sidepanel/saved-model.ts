/** State of the *Saved* tab, and what its buttons do. A deleted or replaced page lives on here only, until it is given back. */
import { signal } from '@preact/signals';
import type {
  ExportFormat,
  SavedEvents,
  SavedListState,
  SavedNotice,
  SavedState,
} from '../../components/panel/saved/events.ts';
import { isoDay } from '../../components/parts/iso-day.ts';
import { passageLink } from '../../corpus/passage-link.ts';
import { exportJson, exportMarkdown } from '../../corpus/saved-export.ts';
import { firstChoices, missingScope, pageOf, problemsOfChoices } from '../../corpus/saved-page.ts';
import { problemsOf } from '../../corpus/schema/saved.ts';
import { ask } from '../../utils/extension/messages.ts';
import type { Refused, SavedLoss, SavedPage, SavedProtocol } from '../../utils/extension/protocol.ts';
import { dismissLoss, followLoss } from '../../utils/extension/saved-loss.ts';
import type { Words } from '../../utils/words/types.ts';
import { download } from './download.ts';
import { lookBeside, type SavedWish } from './saved-beside.ts';

export const savedState = signal<SavedState>({ mode: 'list' });
export const list = signal<SavedListState>({ state: 'loading' });
export const notice = signal<SavedNotice | null>(null);

/** Told until it is put aside, here or in the settings. */
export const loss = signal<SavedLoss | null>(null);
followLoss((next) => {
  loss.value = next;
});

let searched = '';
/** The tab whose article the preview shows, for trying again. */
let draftedTab: number | null = null;
let started = 0;

/** An answer or a refusal; a background that could not be reached refuses too. */
function answerTo<N extends keyof SavedProtocol>(
  name: N,
  request: SavedProtocol[N]['request'],
): Promise<SavedProtocol[N]['answer'] | Refused> {
  return (ask(name, request) as Promise<SavedProtocol[N]['answer']>).catch(
    (error: unknown): Refused => ({
      ok: false,
      why: 'failed',
      reason: error instanceof Error ? error.message : String(error),
    }),
  );
}

export async function refreshList(): Promise<void> {
  const words = searched;
  const answer = await answerTo('saved-list', { words });
  if (words !== searched) return;
  list.value = answer.ok
    ? { state: 'ready', pages: answer.pages, all: answer.all }
    : { state: 'refused', refused: answer };
}

/** What another view asked for: a page to be saved, or a stored text. */
export async function begin(wanted: SavedWish): Promise<void> {
  notice.value = null;
  const mine = ++started;
  if ('read' in wanted) {
    const answer = await answerTo('saved-page', { id: wanted.read });
    if (mine !== started) return;
    savedState.value = answer.ok
      ? { mode: 'text', page: answer.page, labels: answer.labels }
      : { mode: 'refused', refused: answer };
    return;
  }
  draftedTab = wanted.save;
  savedState.value = { mode: 'reading' };
  const answer = await answerTo('draft-save', { tab: wanted.save });
  if (mine !== started) return;
  savedState.value = answer.ok
    ? { mode: 'preview', draft: answer.draft, choices: firstChoices(answer.draft), problems: [], busy: false }
    : { mode: 'refused', refused: answer };
}

function backToList(): void {
  started += 1;
  savedState.value = { mode: 'list' };
  void refreshList();
}

/** After something was kept or deleted: the list, and the page beside the panel. */
async function changed(next: SavedNotice | null): Promise<void> {
  notice.value = next;
  savedState.value = { mode: 'list' };
  await Promise.all([refreshList(), lookBeside()]);
}

async function save(words: Words): Promise<void> {
  const shown = savedState.value;
  if (shown.mode !== 'preview' || shown.busy) return;
  const problems = problemsOfChoices(shown.choices);
  savedState.value = { ...shown, problems, refused: undefined, busy: problems.length === 0 };
  if (problems.length > 0) return;
  const page = pageOf(shown.draft, shown.choices, new Date());
  const invalid = problemsOf(page);
  const answer: SavedProtocol['save-page']['answer'] =
    invalid.length > 0 ? { ok: false, why: 'failed', reason: invalid.join('; ') } : await answerTo('save-page', page);
  const now = savedState.value;
  if (!answer.ok) {
    if (now.mode === 'preview') savedState.value = { ...now, refused: answer, busy: false };
    return;
  }
  const { replaced } = answer;
  await changed(
    replaced
      ? {
          text: words.t('saved.replaced', { date: words.date(isoDay(replaced.savedAt)) }),
          undo: () => void putBack(replaced, words),
        }
      : { text: words.t('saved.done') },
  );
}

async function remove(id: string, words: Words): Promise<void> {
  const answer = await answerTo('delete-saved', { id });
  if (!answer.ok) {
    savedState.value = { mode: 'refused', refused: answer };
    return;
  }
  const { page } = answer;
  await changed(
    page && {
      text: words.t('saved.deleted', { title: page.document.title }),
      undo: () => void putBack(page, words),
    },
  );
}

async function putBack(page: SavedPage, words: Words): Promise<void> {
  const answer = await answerTo('save-page', page);
  if (answer.ok) await changed({ text: words.t('saved.restored', { title: page.document.title }) });
  else savedState.value = { mode: 'refused', refused: answer };
}

const FILES: Record<ExportFormat, { name: string; type: string }> = {
  json: { name: 'second-source-saved-pages.json', type: 'application/json' },
  markdown: { name: 'second-source-saved-pages.md', type: 'text/markdown' },
};

/** Page by page: a message holds one page, not a library. */
async function exportAll(format: ExportFormat, words: Words): Promise<void> {
  const all = await answerTo('saved-list', { words: '' });
  if (!all.ok) {
    savedState.value = { mode: 'refused', refused: all };
    return;
  }
  const pages: SavedPage[] = [];
  const labels: Record<string, string> = {};
  for (const { id } of all.pages) {
    const answer = await answerTo('saved-page', { id });
    if (answer.ok && answer.page) pages.push(answer.page);
    if (answer.ok) Object.assign(labels, answer.labels);
  }
  const { name, type } = FILES[format];
  download(name, type, format === 'json' ? exportJson(pages, new Date()) : exportMarkdown(pages, labels));
  notice.value = { text: words.t('saved.exported', { n: pages.length }) };
}

/** What the tab's buttons do, saying it in `words`. */
export function savedEvents(words: Words): SavedEvents {
  return {
    onSearch: (text) => {
      if (text === searched) return;
      searched = text;
      void refreshList();
    },
    onRead: (id) => void begin({ read: id }),
    onDelete: (id) => void remove(id, words),
    onExport: (format) => void exportAll(format, words),
    onBack: backToList,
    onChange: (choices) => {
      const shown = savedState.value;
      if (shown.mode !== 'preview') return;
      const problems = shown.problems.length > 0 ? problemsOfChoices(choices) : [];
      savedState.value = { ...shown, choices, problems };
    },
    onSave: () => void save(words),
    onRetry: () => {
      if (savedState.value.mode === 'refused' && draftedTab !== null) void begin({ save: draftedTab });
      else backToList();
    },
    onDismissNotice: () => {
      notice.value = null;
    },
    onDismissLoss: () => void dismissLoss(),
    missing: (item) => {
      const shown = savedState.value;
      if (shown.mode !== 'preview') return [];
      return missingScope(item, shown.choices.items[item.id]?.measure ?? null, shown.draft.measures);
    },
    passage: ({ document }, claim) =>
      passageLink(document.url, document.claims.find(({ id }) => id === claim)?.fragment) ?? document.url,
  };
}
