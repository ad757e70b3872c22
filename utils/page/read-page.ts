/** One pass over a page: its text, if that is on the topic and in a language that can be read, as what is sent. */
import type { AnalyseAnswer, PageText } from '../extension/protocol.ts';
import type { Block } from '../language/types.ts';
import { firstLook } from './first-look.ts';
import { dateCandidates, declaredLanguage, pageAddress, pageTitle } from './page-facts.ts';
import { type SliceClock, wait } from './slices.ts';
import { collect, mapText, type TextMap } from './textmap.ts';

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
  // What it looks for is single words, so title and text need not be put together.
  if (!gate.mayPass(title) && !gate.mayPass(look.text)) return { kind: 'off-topic', roots: look.roots };
  const collected = await collect(document.body ?? document.documentElement, clock);
  const { roots } = collected;
  const map = await mapText(collected, clock);
  const { blocks } = map;
  if (clock.due()) await clock.pause();
  if (!passesSoon(title, blocks, gate)) return { kind: 'off-topic', roots };
  const text = blocks.map((block) => block.text).join('\n');
  const language = declaredLanguage(document);
  if (!gate.reads(language)) return { kind: 'unread-language', language, roots };
  const url = pageAddress(document.location);
  // What comes next is the message, all of it at once.
  if (clock.due()) await clock.pause();
  return { kind: 'text', roots, map, text, page: { url, dates: dateCandidates(document), language, title, blocks } };
}

/** The gate's first part of the text, in characters; each further part is so many times longer. */
const FIRST_PART = 4_000;
const GROWTH = 4;

/** Whether the gate lets the text through. More text passes where its beginning does, and articles on a topic say so early. */
function passesSoon(title: string, blocks: readonly Block[], gate: PageGate): boolean {
  let text = title;
  let enough = FIRST_PART;
  for (const block of blocks) {
    text += `\n${block.text}`;
    if (text.length < enough) continue;
    if (gate.passes(text)) return true;
    enough = text.length * GROWTH;
  }
  return gate.passes(text);
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
