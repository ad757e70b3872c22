import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Focus } from '../../../utils/extension/protocol.ts';
import type { Place } from '../../../utils/language/types.ts';
import type { Item } from '../../../utils/report.ts';
import type { Words } from '../../../utils/words/types.ts';
import { cite } from '../citation.ts';
import type { CopyAs } from '../Details.tsx';
import type { ExportFormat } from '../export/request.ts';
import { summarise } from '../Head.tsx';
import { LiveContext, useNote } from '../live.tsx';
import { ThisPage } from '../ThisPage.tsx';
import { DraftForm } from './DraftForm.tsx';
import { DRAFT_HEADING, DraftText, entryElementId, paragraphElementId, passageElementId } from './DraftText.tsx';
import { MOST_CHARACTERS } from './paragraphs.ts';
import type { Subject } from './passages.ts';
import type { DraftEvents, DraftState } from './state.ts';

interface DraftViewProps {
  state: DraftState;
  text: string;
  date: string;
  /** A text is on its way; the report of the one before stays. */
  busy: boolean;
  /** Those of a draft (`draftWords`). */
  words: Words;
  events: DraftEvents;
}

type Checked = Extract<DraftState, { view: 'checked' }>;

/** What keeps the text from being checked. */
function problemOf({ state, text }: Pick<DraftViewProps, 'state' | 'text'>, { t, amount }: Words): string | null {
  if (text.length > MOST_CHARACTERS)
    return t('draft.too-long', { length: amount(text.length), most: amount(MOST_CHARACTERS) });
  return state.view === 'empty' ? t('draft.empty') : null;
}

const asReport = ({ report, stale }: Checked, title: string) => ({ view: 'report' as const, report, title, stale });

/** What the panel's live region says. */
function spoken(state: DraftState, busy: boolean, problem: string | null, words: Words): string {
  if (problem) return problem;
  if (busy && state.view !== 'preparing') return words.t('draft.checking');
  if (state.view === 'preparing') return words.t('state.preparing.title');
  if (state.view === 'failed') return `${words.t('draft.failed')}. ${state.reason}`;
  if (state.view !== 'checked') return '';
  if (!state.report.onTopic) return words.t('draft.off-topic');
  const summary = summarise(asReport(state, ''), words);
  return summary ? [...summary.hot, ...summary.rest, summary.names].join(', ') : '';
}

interface ResultProps extends Pick<DraftViewProps, 'words' | 'events'> {
  state: Checked;
}

/** The marked text, and the report as a page would get it. */
function Result({ state, words, events }: ResultProps) {
  const { report, paragraphs } = state;
  const { t } = words;
  const { say } = useContext(LiveContext);
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Subject>();
  const focus: Focus | undefined = useMemo(
    () => chosen && (chosen.kind === 'item' ? { item: chosen.id } : { entity: chosen.id }),
    [chosen],
  );

  const bring = (id: string, block: ScrollLogicalPosition): boolean => {
    const element = root.current?.ownerDocument.getElementById(id);
    element?.scrollIntoView({ block });
    element?.focus({ preventScroll: true });
    return Boolean(element);
  };
  // Once the entry is open.
  useEffect(() => {
    if (chosen) bring(entryElementId(chosen), 'start');
  }, [chosen]);
  const show = ({ block, start }: Place) => {
    if (!bring(passageElementId(block, start), 'center')) bring(paragraphElementId(block), 'center');
  };
  const copy = async (item: Item, as: CopyAs) => {
    const copied = await events.onCopy(cite(item, report, { title: t('draft.text'), host: null }, words)[as]);
    say(copied ? t('panel.copied') : t('panel.not-copied'));
  };

  const exportAs = async (item: Item, format: ExportFormat) => {
    const name = await events.onExport({ format, item, report, page: { title: t('draft.text'), host: null }, words });
    say(name === null ? t('export.failed') : t('export.done', { name }));
  };

  if (!report.onTopic)
    return (
      <div class="section">
        <p class="empty">{t('draft.off-topic')}</p>
      </div>
    );
  return (
    <div ref={root}>
      <div class="section">
        <h2 id={DRAFT_HEADING}>{t('draft.passages')}</h2>
        <DraftText
          report={report}
          paragraphs={paragraphs}
          words={words}
          onChoose={(subject) => setChosen({ ...subject })}
        />
      </div>
      <ThisPage
        state={asReport(state, t('draft.text'))}
        host={null}
        words={words}
        focus={focus}
        onShow={show}
        onShowPlace={show}
        onExport={(item, format) => void exportAs(item, format)}
        onCopy={(item, as) => void copy(item, as)}
        onReadAgain={() => events.onCheck()}
        onAllowSite={() => {}}
      />
    </div>
  );
}

/** A box for a text of the reader's own, and the report on it. */
export function DraftView({ state, text, date, busy, words, events }: DraftViewProps) {
  const { t } = words;
  const problem = problemOf({ state, text }, words);
  useNote(spoken(state, busy, problem, words));
  const summary = state.view === 'checked' && state.report.onTopic ? summarise(asReport(state, ''), words) : null;
  return (
    <div class="draft">
      <section class="section" aria-labelledby="heading-draft">
        <h2 id="heading-draft">{t('draft.heading')}</h2>
        <p class="quiet draft__lead">{t('draft.lead')}</p>
        <DraftForm text={text} date={date} busy={busy} problem={problem} words={words} events={events} />
        {state.view === 'failed' && (
          <p class="draft__problem">
            {t('draft.failed')}. {t('state.reason', { reason: state.reason })}
          </p>
        )}
        {state.view === 'preparing' && (
          <p class="quiet">{t('state.preparing.progress', { done: state.done, total: state.of })}</p>
        )}
        {summary && (
          <p class="draft__summary">
            {summary.hot.length > 0 && <b class="summary__hot">{summary.hot.join(', ')}</b>}
            {[...(summary.hot.length > 0 ? [''] : []), ...summary.rest, summary.names].join(' · ')}
          </p>
        )}
      </section>
      {state.view === 'checked' && <Result state={state} words={words} events={events} />}
    </div>
  );
}
