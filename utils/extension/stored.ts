/** One value in the browser's storage. By hand: the library for it was a tenth of what every page's reader weighs. */
import { browser } from 'wxt/browser';

export interface Stored<T> {
  /** The fallback where nothing is stored. */
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  removeValue(): Promise<void>;
  /** Calls back when the value is another one, from whichever context. Returns a function that stops watching. */
  watch(changed: (value: T) => void): () => void;
}

/** `sync` follows the reader to their other machines where the browser syncs; `session` is gone with the browser. */
export type Area = 'local' | 'sync' | 'session';

/** `T` is plain JSON. */
export function stored<T>(area: Area, key: string, fallback: T): Stored<T> {
  const store = () => browser.storage[area];
  return {
    getValue: async () => ((await store().get(key))[key] as T | null | undefined) ?? fallback,
    setValue: (value) => store().set({ [key]: value }),
    removeValue: () => store().remove(key),
    watch: (changed) => {
      const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, from: string): void => {
        const change = changes[key];
        // Firefox tells of every write, also where it wrote the same.
        if (from !== area || !change || JSON.stringify(change.oldValue) === JSON.stringify(change.newValue)) return;
        changed((change.newValue as T | null | undefined) ?? fallback);
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}
