/**
 * The article of a page, for the reader to keep: its text without what stands around it. Works on a copy: not a node or
 * attribute of the page is touched. Runs only when the reader asks for it.
 */
import { Readability } from '@mozilla/readability';
import type { ArticleText } from '../extension/protocol.ts';
import type { Block } from '../language/types.ts';
import { compose } from './compose.ts';
import { dateCandidates, declaredLanguage, pageAddress, pageTitle } from './page-facts.ts';
import { sliceClock } from './slices.ts';
import { collect, mapText } from './textmap.ts';

/** As much as is read of a page anywhere (textmap.ts): thirty times a long article. The rest is cut, and said so. */
export const MAX_ARTICLE_CHARACTERS = 200_000;
/** A table of figures has hundreds of cells; more blocks are no article. */
export const MAX_ARTICLE_BLOCKS = 5_000;
/** Larger documents would hold the page for seconds; their text is taken as the reader of pages takes it. */
const MAX_ELEMENTS = 40_000;
/** With less text than this part of what stands on the page, the wrong part was taken for the article. */
const LEAST_PART = 0.15;
/** Readability sees nothing of components with a shadow tree: there it must have most of what is drawn. */
const LEAST_PART_OF_COMPONENTS = 0.7;
/** Shorter than this, nothing was taken. */
const LEAST_CHARACTERS = 140;
const TITLE_LIMIT = 300;
/** Pages of several articles have a headline each: the first few are looked at. */
const HEADLINES = 3;
/** Between a headline and the name of the site. */
const SEPARATOR = /^\s+[|–—·»:/-]\s|^:\s/;
const NAME_LIMIT = 120;
const SUMMARY_LIMIT = 400;

/** Elements that hold no text of the page but matter to what is made of the copy. */
const NOT_DRAWN = new Set(['script', 'style', 'noscript', 'template', 'link', 'meta', 'br', 'wbr', 'source', 'track']);

/** The article of this page. Null where there is no text. Rejects only when the signal is aborted. */
export async function extractArticle(
  document: Document,
  signal: AbortSignal = new AbortController().signal,
): Promise<ArticleText | null> {
  const clock = sliceClock(signal);
  const drawn = await mapText(await collect(document.body ?? document.documentElement, clock), clock);
  const found = document.querySelectorAll('*').length <= MAX_ELEMENTS ? readable(visibleCopy(document)) : null;
  const composed = found?.content ? await blocksOf(found.content, signal) : null;
  const least = drawn.roots.length > 0 ? LEAST_PART_OF_COMPONENTS : LEAST_PART;
  const isWhole = composed !== null && lengthOf(composed.blocks) >= least * lengthOf(drawn.blocks);
  const chosen = isWhole ? composed : { blocks: drawn.blocks, cut: drawn.truncated };
  const { blocks, cut } = capped(chosen.blocks);
  if (lengthOf(blocks) < LEAST_CHARACTERS) return null;
  const title = headline(document, clean(found?.title ?? '', TITLE_LIMIT) || pageTitle(document));
  return {
    url: pageAddress(document.location),
    title,
    outlet: clean(found?.siteName ?? '', NAME_LIMIT) || document.location.hostname.replace(/^www\./, ''),
    byline: clean(found?.byline ?? '', NAME_LIMIT),
    summary: clean(found?.excerpt ?? '', SUMMARY_LIMIT) || clean(blocks[0]?.text ?? '', SUMMARY_LIMIT),
    language: declaredLanguage(document),
    dates: dateCandidates(document),
    blocks: withTitle(blocks, title),
    cut: cut || chosen.cut,
  };
}

interface Found {
  title?: string | null;
  byline?: string | null;
  siteName?: string | null;
  excerpt?: string | null;
  content?: Element | null;
}

/** What Readability makes of the copy; null where it makes nothing of it. */
function readable(copy: Document): Found | null {
  try {
    return new Readability<Element>(copy, { serializer: (node) => node as Element }).parse();
  } catch {
    // Documents that no parser expects: their text is taken as the reader of pages takes it.
    return null;
  }
}

/**
 * A copy of the document in which what is not drawn now is marked `hidden`: a style sheet may hide what the copy, which is
 * drawn nowhere, cannot tell. Both are walked in step, in one turn, so that they are the same.
 */
function visibleCopy(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  const here = document.body?.getElementsByTagName('*') ?? [];
  const there = [...(copy.body?.getElementsByTagName('*') ?? [])];
  for (let i = 0; i < here.length; i += 1) {
    const element = here[i]!;
    if (!isDrawn(element)) there[i]?.setAttribute('hidden', '');
  }
  return copy;
}

function isDrawn(element: Element): boolean {
  if (NOT_DRAWN.has(element.localName) || element.checkVisibility({ visibilityProperty: true })) return true;
  // These have no box of their own, and draw what is in them.
  return element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
}

/** The text of an element as blocks, put together as the reader of pages does it. Nothing is asked of styles. */
async function blocksOf(content: Element, signal: AbortSignal): Promise<{ blocks: Block[]; cut: boolean }> {
  const collected = await collect(content, sliceClock(signal));
  const blocks = collected.blocks.map((raw, id) => ({
    id,
    text: compose(raw.pieces, () => false).text,
    kind: raw.kind,
    section: raw.section,
  }));
  return { blocks: blocks.filter(({ text }) => /[\p{L}\p{N}].*?[\p{L}\p{N}]/su.test(text)), cut: collected.truncated };
}

/** No more than is kept; the last block ends at a word. */
export function capped(
  blocks: readonly Block[],
  characters = MAX_ARTICLE_CHARACTERS,
): { blocks: Block[]; cut: boolean } {
  const kept: Block[] = [];
  let room = characters;
  for (const block of blocks) {
    if (room <= 0 || kept.length >= MAX_ARTICLE_BLOCKS) return { blocks: kept, cut: true };
    const text = block.text.length <= room ? block.text : (/^.*(?=\s)/s.exec(block.text.slice(0, room))?.[0] ?? '');
    if (text) kept.push({ ...block, text });
    if (text.length < block.text.length) return { blocks: kept, cut: true };
    room -= text.length;
  }
  return { blocks: kept, cut: false };
}

/** "Headline | The Post": the headline alone, where the page has it as such. */
function headline(document: Document, title: string): string {
  for (const element of [...document.querySelectorAll('h1')].slice(0, HEADLINES)) {
    const text = clean(element.textContent ?? '', TITLE_LIMIT);
    if (text && title.startsWith(text) && SEPARATOR.test(title.slice(text.length))) return text;
  }
  return title;
}

/** The headline is text of the page too; Readability takes it out of the article. */
function withTitle(blocks: readonly Block[], title: string): Block[] {
  const first = blocks.find(({ kind }) => kind === 'heading')?.text;
  const all =
    title && first !== title ? [{ id: 0, text: title, kind: 'heading' as const, section: 0 }, ...blocks] : blocks;
  return all.map((block, id) => ({ ...block, id }));
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** One line, at most so long, cut at a word. */
function clean(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  return `${line.slice(0, limit - 1).replace(/\s+\S*$/, '')}…`;
}
