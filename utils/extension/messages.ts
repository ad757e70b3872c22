/**
 * One-shot requests between the reader, the background and the extension's pages. Ports would die with the worker and on
 * entering the back/forward cache; so there are none.
 */

import { type Browser, browser } from 'wxt/browser';
import type { MessageName, Protocol } from './protocol.ts';

/** Marks our envelopes; anything else on the channel is not ours. */
const ENVELOPE = 'second-source';
/** A stopped worker starts in 50–70 ms; the second try comes after it. */
const RETRY_DELAY_MS = 150;

type Request<N extends MessageName> = Protocol[N]['request'];
type Answer<N extends MessageName> = Protocol[N]['answer'];
type Envelope = { [ENVELOPE]: MessageName; body: unknown };
type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** Who sent a request. */
export type Sender = Browser.runtime.MessageSender;

/** A handler is called in the first turn of the listener: what needs a user gesture must happen before its first await. */
export type Handlers = { [N in MessageName]?: (request: Request<N>, sender: Sender) => Answer<N> | Promise<Answer<N>> };
/** What a request must look like, for every message that a listener takes. */
export type RequestSchemas = {
  [N in MessageName]?: { safeParse(value: unknown): { success: true; data: unknown } | { success: false } };
};

/** The other end is not there: no reader in the tab, or the extension was updated under a running script. */
export class NobodyThere extends Error {
  override name = 'NobodyThere';
}

/** The other end is there and could not do it; the message says why. */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
}

/** False in a script that outlived its extension: reloaded, updated or removed. */
export function isConnected(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Asks the background; a worker that was stopped meanwhile is asked once more. Throws `NobodyThere` or `RequestFailed`. */
export function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> {
  return exchange<N>(() => browser.runtime.sendMessage(envelope(name, request)), true);
}

/** Asks the reader of a tab (top frame). Not repeated: a tab without a reader stays without one. */
export function askTab<N extends MessageName>(tab: number, name: N, request: Request<N>): Promise<Answer<N>> {
  return exchange<N>(() => browser.tabs.sendMessage(tab, envelope(name, request), { frameId: 0 }), false);
}

/** Tells whoever listens among the extension's open pages; nobody has to. */
export function tellPages<N extends MessageName>(name: N, request: Request<N>): void {
  browser.runtime.sendMessage(envelope(name, request)).catch(() => {});
}

/**
 * Answers the requests that `handlers` names, from this extension only, each parsed first. `trusts` may narrow who may ask
 * what. Returns a function that stops answering.
 */
export function answer(
  handlers: Handlers,
  schemas: RequestSchemas,
  trusts: (name: MessageName, sender: Sender) => boolean = () => true,
): () => void {
  const listener = (message: unknown, sender: Sender, reply: (value: Reply) => void): boolean => {
    const name = messageName(message);
    if (name === null || !Object.hasOwn(handlers, name)) return false;
    if (sender.id !== browser.runtime.id || !trusts(name, sender)) {
      reply({ ok: false, error: `not from there: ${name}` });
      return false;
    }
    const parsed = schemas[name]?.safeParse((message as Envelope).body);
    if (!parsed?.success) {
      reply({ ok: false, error: `not understood: ${name}` });
      return false;
    }
    const handler = handlers[name] as (request: unknown, sender: Sender) => unknown;
    settle(() => handler(parsed.data, sender)).then(reply);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** The tab whose own page (not a frame in it) sent this: a web page, or one of ours in a tab; null for the side panel. */
export function tabOf(sender: Sender): number | null {
  return sender.frameId === 0 ? (sender.tab?.id ?? null) : null;
}

export function isExtensionPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

/** Runs `work` in this turn; whatever it does becomes a reply. */
async function settle(work: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

async function exchange<N extends MessageName>(send: () => Promise<unknown>, again: boolean): Promise<Answer<N>> {
  const reply = await sendOnce(send).catch((error: unknown) => {
    if (!again || !isConnected()) throw error;
    return wait(RETRY_DELAY_MS).then(() => sendOnce(send));
  });
  if (!reply.ok) throw new RequestFailed(reply.error);
  return reply.value as Answer<N>;
}

async function sendOnce(send: () => Promise<unknown>): Promise<Reply> {
  if (!isConnected()) throw new NobodyThere('the extension was updated or removed');
  let reply: unknown;
  try {
    reply = await send();
  } catch (error) {
    throw new NobodyThere(error instanceof Error ? error.message : String(error));
  }
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new NobodyThere('no answer');
  return reply as Reply;
}

function envelope(name: MessageName, body: unknown): Envelope {
  return { [ENVELOPE]: name, body };
}

function messageName(message: unknown): MessageName | null {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, ENVELOPE)) return null;
  const name = (message as Envelope)[ENVELOPE];
  return typeof name === 'string' ? name : null;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
