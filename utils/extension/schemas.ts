/** What each message must look like where it arrives in the background. */
import * as z from 'zod/mini';
import type { RequestSchemas } from './messages.ts';

// MV3 forbids `new Function`, which Zod probes for otherwise (colinhacks/zod#5414).
z.config({ jitless: true });

/** A long-read has 60,000 characters; more is no draft. */
const MAX_PAGE_CHARACTERS = 2_000_000;
const MAX_BLOCKS = 50_000;
const MAX_WORDS = 2_000;

const short = z.string().check(z.maxLength(MAX_WORDS));
const offset = z.number().check(z.int(), z.nonnegative());
const nothing = z.null();

const block = z.object({
  id: offset,
  text: z.string().check(z.maxLength(MAX_PAGE_CHARACTERS)),
  kind: z.enum(['paragraph', 'heading', 'item', 'cell', 'caption', 'quote']),
  section: offset,
});

const draftText = z
  .object({
    date: z.nullable(z.string().check(z.regex(/^\d{4,6}-\d{2}-\d{2}$/))),
    blocks: z.array(block).check(z.maxLength(MAX_BLOCKS)),
  })
  .check(z.refine((draft) => draft.blocks.reduce((sum, { text }) => sum + text.length, 0) <= MAX_PAGE_CHARACTERS));

/** What the background takes beside what pages ask first. */
export const restRequests = {
  'check-draft': draftText,
  'corpus-state': nothing,
  ledger: nothing,
  'pack-details': z.object({ id: short }),
  'reinstall-corpus': nothing,
  'packs-changed': nothing,
  'prepare-packs': nothing,
} satisfies RequestSchemas;
