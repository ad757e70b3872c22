/** One pass over a page: its text, if that is on the topic and in a language that can be read, as what is sent. */
import type { AnalyseAnswer, PageText } from '../extension/protocol.ts';
import { firstLook } from './first-look.ts';
import { dateCandidates, declaredLanguage, pageAddress, pageTitle } from './page-facts.ts';
import { type SliceClock, wait } from './slices.ts';
import { collect, mapText, rawText, type TextMap } from './textmap.ts';

/** Decides by the text whether a page is worth a message; made of what the enabled packs say (storage.local). */
export interface PageGate {
  /** What it was made of, as plain data: another gate of the same is the same. */
  source: unknown;
  /** The rough look that comes first: false where no part of the text, however it is put together, could pass. */
  mayPass(text: string): boolean;
  passes(text: string): boolean;
  /** "" is a page that does not say. */
  reads(language: string): boolean;
}

export type PageReading = { roots: readonly ShadowRoot[] } & (
  | { kind: 'off-topic' }
  | { kind: 'unread-language'; language: string }
  /** `text`: all blocks, to tell whether anything changed. */
  | { kind: 'text'; map: TextMap; text: string; page: PageText }
);

/** Asked again while the corpus is being prepared: an import takes seconds, on slow machines a minute. */
const PREPARING_RETRY_MS = 2_000;
const PREPARING_RETRIES = 60;

/** Reads the page in slices. Rejects when the clock's signal is aborted. */
export async function readPage(document: Document, gate: PageGate, clock: SliceClock): Promise<PageReading> {
  const title = pageTitle(document);
  const look = await firstLook(document, clock);
  if (!gate.mayPass(`${title}\n${look.text}`)) return { kind: 'off-topic', roots: look.roots };
  const passes = (text: string): boolean => gate.passes(`${title}\n${text}`);
  const collected = await collect(document.body ?? document.documentElement, clock);
  const { roots } = collected;
  if (!passes(await rawText(collected, clock))) return { kind: 'off-topic', roots };
  const map = await mapText(collected, clock);
  const { blocks } = map;
  const text = blocks.map((block) => block.text).join('\n');
  // Once more: the words that let it pass may stand in what cannot be seen.
  if (map.leavesOut && !passes(text)) return { kind: 'off-topic', roots };
  const language = declaredLanguage(document);
  if (!gate.reads(language)) return { kind: 'unread-language', language, roots };
  const url = pageAddress(document.location);
  return { kind: 'text', roots, map, text, page: { url, dates: dateCandidates(document), language, title, blocks } };
}

/** Has the page analysed; asks again while the corpus is being prepared. Throws where there is nobody to ask. */
export async function analyseWhenReady(
  page: PageText,
  analyse: (page: PageText) => Promise<AnalyseAnswer>,
  signal: AbortSignal,
): Promise<AnalyseAnswer> {
  let answer = await analyse(page);
  for (let tries = 0; !answer.ok && answer.corpus.state === 'preparing' && tries < PREPARING_RETRIES; tries += 1) {
    await wait(PREPARING_RETRY_MS, signal);
    signal.throwIfAborted();
    answer = await analyse(page);
  }
  return answer;
}
