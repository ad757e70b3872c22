/** Loads the rest of the background when something asks for it. */
import { browser } from 'wxt/browser';
import { type Rest, restHere } from '../rest/place.ts';

const FILE = '/rest.js';

/** Chrome's worker: its own types are not those of a page. */
interface Worker {
  importScripts(url: unknown): void;
  addEventListener(type: 'install', listener: () => void): void;
}
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

const worker = globalThis as unknown as Worker & { trustedTypes?: TrustedTypes };
/** Our pages and worker take addresses of scripts only from a policy; this one knows a single address. */
const policy = worker.trustedTypes?.createPolicy('second-source-rest', { createScriptURL: () => FILE });

function importRest(): void {
  worker.importScripts(policy ? policy.createScriptURL(FILE) : FILE);
}

/**
 * Call in the first turn. A worker may import later only what it imported when it was installed: the browser keeps that for it.
 * An event page has no such rule.
 */
export function keepRest(): void {
  if (import.meta.env.BROWSER !== 'firefox') worker.addEventListener('install', importRest);
}

let loading: Promise<void> | null = null;

/** Rejects where the script cannot be loaded; the next call tries again. */
export async function rest(): Promise<Rest> {
  if (!restHere()) {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    await loading;
  }
  const loaded = restHere();
  if (!loaded) throw new Error(`${FILE} left nothing`);
  return loaded;
}

async function load(): Promise<void> {
  if (import.meta.env.BROWSER === 'firefox') await import(/* @vite-ignore */ browser.runtime.getURL(FILE as '/'));
  else importRest();
}
