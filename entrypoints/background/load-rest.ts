/** Loads the rest of the background when something asks for it. */
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
const policy = worker.trustedTypes?.createPolicy('rest', { createScriptURL: () => FILE });

const address = (): unknown => (policy ? policy.createScriptURL(FILE) : FILE);

function importRest(): void {
  worker.importScripts(address());
}

/** An event page is a page, and takes scripts as pages do. */
function appendRest(): Promise<void> {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => done(), { once: true });
    script.addEventListener('error', () => failed(new Error(`${FILE} could not be read`)), { once: true });
    script.src = address() as string;
    document.head.append(script);
    script.remove();
  });
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
  if (import.meta.env.BROWSER === 'firefox') await appendRest();
  else importRest();
}
