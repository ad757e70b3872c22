/** What the reader of a tab takes: checked by hand, see checks.ts. */
import { nothing, offset, oneOf, parser, shape } from './checks.ts';
import type { RequestSchemas } from './messages.ts';

export const readerRequests = {
  'reader-state': parser(nothing),
  'show-place': parser(shape({ block: offset, start: offset, end: offset })),
  'next-mark': parser(shape({ direction: oneOf(1, -1) })),
  rescan: parser(nothing),
} satisfies RequestSchemas;
