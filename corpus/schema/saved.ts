/** A page that the reader saved: the document and claims of a pack, the text, and when. */
import * as z from 'zod';
import type { SavedPage as Kept } from '../../utils/extension/protocol.ts';
import { Id, Text } from './common.ts';
import { Document } from './document.ts';

/** As many as are taken out of a page (utils/page/article.ts), and its headline. */
const MOST_BLOCKS = 5_001;
const MOST_CHARACTERS = 201_000;
/** A live blog has some hundred figures. */
export const MOST_SAVED_CLAIMS = 500;

const Block = z.strictObject({
  kind: z.enum(['paragraph', 'heading', 'item', 'cell', 'caption', 'quote']),
  text: z.string().min(1).max(MOST_CHARACTERS),
});

export const SavedPage = z
  .strictObject({
    format: z.literal(1),
    id: Id,
    savedAt: z.iso.datetime(),
    byline: Text(120).optional(),
    cut: z.boolean().optional(),
    blocks: z.array(Block).max(MOST_BLOCKS),
    document: Document,
  })
  .refine((page) => page.id === page.document.id, 'a saved page has the id of its document')
  .refine((page) => page.document.url !== undefined, 'a saved page has an address')
  .refine((page) => page.document.claims.length <= MOST_SAVED_CLAIMS, `at most ${MOST_SAVED_CLAIMS} claims`)
  .refine((page) => new Set(page.document.claims.map((claim) => claim.id)).size === page.document.claims.length, {
    error: 'every claim has an id of its own',
  })
  .refine(
    (page) => page.blocks.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS,
    `at most ${MOST_CHARACTERS} characters`,
  );

/** What keeps a page from being saved, with the place: "document.title: …"; empty where nothing does. */
export function problemsOf(page: Kept): string[] {
  const result = SavedPage.safeParse(page);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
