/** The *Saved* tab with its state. Loaded when it is first shown: the schemas of a saved page come with it. */
import { useEffect } from 'preact/hooks';
import { SavedView } from '../../components/panel/saved/SavedView.tsx';
import type { Words } from '../../utils/words/types.ts';
import { wish } from './saved-beside.ts';
import { begin, list, loss, notice, refreshList, savedEvents, savedState } from './saved-model.ts';

export function SavedTab({ words }: { words: Words }) {
  const wanted = wish.value;
  useEffect(() => {
    if (wanted) {
      wish.value = null;
      void begin(wanted);
    }
  }, [wanted]);
  useEffect(() => {
    void refreshList();
  }, []);
  return (
    <SavedView
      state={savedState.value}
      list={list.value}
      notice={notice.value}
      loss={loss.value}
      words={words}
      events={savedEvents(words)}
    />
  );
}
