/** What pages ask of the background first, checked by hand: a schema library is half as large as all that answers them. */
import { type Check, list, nothing, nullable, offset, oneOf, optional, parser, shape, text } from './checks.ts';
import type { RequestSchemas } from './messages.ts';
import type { PageText } from './protocol.ts';

/** A long-read has 60,000 characters, a live blog ten times that; more is no article. */
const MAX_PAGE_CHARACTERS = 2_000_000;
const MAX_BLOCKS = 50_000;
const MAX_DATES = 100;
const MAX_WORDS = 2_000;

const short: Check = (value) => text(value) && (value as string).length <= MAX_WORDS;
const atMost =
  (most: number, check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && check(value);

const block = shape({
  id: offset,
  text,
  kind: oneOf('paragraph', 'heading', 'item', 'cell', 'caption', 'quote'),
  section: offset,
});
const page = shape({
  url: short,
  dates: atMost(MAX_DATES, list(shape({ source: oneOf('json-ld', 'meta', 'time', 'url'), value: short }))),
  language: short,
  title: short,
  blocks: atMost(MAX_BLOCKS, list(block)),
});
const pageText: Check = (value) =>
  page(value) && (value as PageText).blocks.reduce((sum, one) => sum + one.text.length, 0) <= MAX_PAGE_CHARACTERS;

export const firstRequests = {
  analyse: parser(pageText),
  'reader-changed': parser(shape({ conflicts: nullable(offset) })),
  'open-panel': parser(shape({ item: optional(short), entity: optional(short), document: optional(short) })),
  'bring-cards': parser(nothing),
} satisfies RequestSchemas;
