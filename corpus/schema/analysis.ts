/** One line of `npm run -s analyze -- --jsonl`: the contract with whatever reads it. */
import * as z from 'zod';
import './common.ts';

const place = {
  surface: z.string(),
  /** UTF-16 code units into the text, end exclusive. */
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
};

const Against = z.strictObject({
  document: z.string(),
  claim: z.string(),
  verdict: z.enum(['same', 'fits', 'strained', 'conflicts', 'changed since']),
});

const said = {
  scope: z.record(z.string(), z.string()),
  speaker: z.string().optional(),
  asOf: z.string().optional(),
  modality: z.enum(['reported', 'expected', 'proposed', 'draft']),
  verdict: z.enum([
    'agrees',
    'conflicts',
    'sources differ',
    'strained',
    'changed since',
    'as last reported',
    'only here',
  ]),
  against: z.array(Against),
};

const Statement = z.strictObject({
  ...place,
  ...said,
  /** For stances `stance:<country>`. */
  measure: z.string(),
  value: z.string(),
  mission: z.string().optional(),
});

export const AnalysisLine = z.strictObject({
  id: z.unknown(),
  /** Would the page be marked. */
  onTopic: z.boolean(),
  mentions: z.array(z.strictObject({ ...place, entity: z.string() })),
  figures: z.array(
    z.strictObject({
      ...place,
      ...said,
      measure: z.string().nullable(),
      /** The hard interval; null where open. */
      low: z.number().nullable(),
      high: z.number().nullable(),
      value: z.number().optional(),
      bound: z.enum(['=', '~', '>', '>=', '<', '<=']),
      unit: z.string().nullable(),
    }),
  ),
  facts: z.array(Statement),
  stances: z.array(Statement),
});
