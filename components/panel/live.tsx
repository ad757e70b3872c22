/** The panel's one live region. Views that the panel knows nothing of speak through it, so that two never speak at once. */
import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { useMessage } from '../parts/use-message.ts';

export interface Live {
  /** Said, and shown for a while: what became of something that the reader did. */
  say(text: string): void;
  /** What the view on show has to say of its state; said when it changes. */
  note(text: string): void;
}

export const LiveContext = createContext<Live>({ say() {}, note() {} });

/** Says what a view has to say of its state, as long as the view is there. */
export function useNote(text: string): void {
  const { note } = useContext(LiveContext);
  useEffect(() => {
    note(text);
    return () => note('');
  }, [note, text]);
}

/** The same, for a view whose states are many. */
export function Noted({ text }: { text: string }): null {
  useNote(text);
  return null;
}

interface Region {
  live: Live;
  /** The region itself: there before it says anything, or nothing of it would be heard. */
  region: preact.JSX.Element;
}

/** @param textFrom what is to be said while there is no message, made of what the view noted. */
export function useLiveRegion(textFrom: (noted: string) => string): Region {
  const [message, setMessage] = useMessage();
  const [noted, note] = useState('');
  /** Said before a message came: a region that goes back to it would say it once more. */
  const [heard, setHeard] = useState<string | null>(null);
  const text = textFrom(noted);
  useEffect(() => {
    if (message !== null) setHeard(text);
  }, [message]);
  useEffect(() => {
    if (heard !== null && heard !== text && message === null) setHeard(null);
  }, [heard, text, message]);
  const live = useMemo(() => ({ say: setMessage, note }), []);
  return {
    live,
    region: (
      <div role="status" class={message === null ? 'sr' : 'toast'}>
        {message ?? (text === heard ? '' : text)}
      </div>
    ),
  };
}
