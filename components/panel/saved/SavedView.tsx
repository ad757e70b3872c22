import type { SavedLoss } from '../../../utils/extension/protocol.ts';
import type { Words } from '../../../utils/words/types.ts';
import { lossSentences, SavedLossNote } from '../../parts/SavedLossNote.tsx';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useNote } from '../live.tsx';
import type { SavedEvents, SavedListState, SavedNotice, SavedState } from './events.ts';
import { Preview } from './Preview.tsx';
import { Refusal } from './Refusal.tsx';
import { SavedList, savedCount } from './SavedList.tsx';
import { SavedText } from './SavedText.tsx';

interface SavedViewProps {
  state: SavedState;
  list: SavedListState;
  notice: SavedNotice | null;
  /** What the reader must know before anything else. */
  loss: SavedLoss | null;
  words: Words;
  events: SavedEvents;
}

function Shown({ state, list, words, events }: Omit<SavedViewProps, 'notice' | 'loss'>) {
  switch (state.mode) {
    case 'list':
      return <SavedList list={list} words={words} events={events} />;
    case 'reading':
      return <p class="section quiet">{words.t('save.reading')}</p>;
    case 'refused':
      return (
        <Refusal
          refused={state.refused}
          words={words}
          onRetry={() => events.onRetry()}
          onBack={() => events.onBack()}
        />
      );
    case 'preview':
      return <Preview shown={state} words={words} events={events} />;
    case 'text':
      return <SavedText page={state.page} labels={state.labels} words={words} events={events} />;
  }
}

/** What the panel's live region says; what is refused is an alert of its own. */
function spoken({ state, list, notice, loss, words }: SavedViewProps): string {
  if (notice) return notice.text;
  if (loss) return lossSentences(loss, words).join(' ');
  if (state.mode === 'reading') return words.t('save.reading');
  return state.mode === 'list' && list.state === 'ready' && list.all > 0 ? savedCount(list, words) : '';
}

/** The *Saved* tab: the list, a page before it is kept, or the text of one that is. */
export function SavedView(props: SavedViewProps) {
  const { notice, loss, ...rest } = props;
  const { words, events } = rest;
  const root = useKeptFocus<HTMLDivElement>([props.state, props.list, notice, loss]);
  useNote(spoken(props));
  return (
    <div class="saved-view" ref={root} tabIndex={-1}>
      {loss && <SavedLossNote loss={loss} words={words} kind="banner" onDismiss={() => events.onDismissLoss()} />}
      {notice && (
        <div class="banner saved-notice">
          <p>
            <bdi>{notice.text}</bdi>
          </p>
          <span class="saved-notice__actions">
            {notice.undo && (
              <button type="button" class="link" onClick={notice.undo}>
                {words.t('saved.undo')}
              </button>
            )}
            <button type="button" class="link" onClick={() => events.onDismissNotice()}>
              {words.t('saved.dismiss')}
            </button>
          </span>
        </div>
      )}
      <Shown {...rest} />
    </div>
  );
}
