import { useEffect, useState } from 'preact/hooks';

/** Long enough to read five words twice. */
const MESSAGE_MS = 5000;

/** A message that goes by itself. */
export function useMessage(): [string | null, (text: string) => void] {
  const [message, setMessage] = useState<{ text: string } | null>(null);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(null), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return [message?.text ?? null, (text) => setMessage({ text })];
}
