/** The JSON file of a comparison that a reader exports: the contract with whatever reads it. Tests hold the export to it. */
import * as z from 'zod';
import './common.ts';

const Modality = z.enum(['reported', 'expected', 'proposed', 'draft']);

const Quantity = z.strictObject({
  /** The number itself; absent for ranges and vague amounts. */
  value: z.number().optional(),
  bound: z.enum(['=', '~', '>', '>=', '<', '<=']),
  /** What the words allow; null where open. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What the words suggest; null where open. */
  likelyLow: z.number().nullable(),
  likelyHigh: z.number().nullable(),
  unit: z.string().nullable(),
});

/** `surface`: the words as printed; `display`: the short form of lists ("≈ 26"). */
const said = {
  surface: z.string(),
  display: z.string(),
  quantity: Quantity.optional(),
  /** Of facts and positions. */
  value: z.string().optional(),
  asOf: z.string().optional(),
  modality: Modality,
};

const Source = z.strictObject({
  ...said,
  document: z.string(),
  claim: z.string(),
  outlet: z.string(),
  title: z.string().optional(),
  date: z.string().optional(),
  /** Opens the source at the passage; absent where it has no address. */
  url: z.string().optional(),
  /** False where the words are a description, as the source's own are not known. */
  quoted: z.boolean(),
  saidBy: z.string().optional(),
  counted: z.string().optional(),
  /** Where the source has it from; sources of one origin count once. */
  origin: z.string().optional(),
  besidePage: z.enum(['same', 'fits', 'strained', 'conflicts', 'changed since']),
  exactness: z.enum(['less exact', 'more exact']).optional(),
  /** Told of another time than the page's: the verdict does not rest on it where others are near. */
  otherTime: z.boolean(),
});

export const ComparisonFile = z.strictObject({
  kind: z.literal('second-source-comparison'),
  format: z.literal(1),
  /** ISO 8601, in UTC. */
  exportedAt: z.string(),
  page: z.strictObject({
    title: z.string(),
    host: z.string().nullable(),
    date: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
    language: z.string(),
  }),
  item: z.strictObject({
    ...said,
    kind: z.enum(['figure', 'fact', 'stance']),
    measure: z.strictObject({ id: z.string(), label: z.string() }).nullable(),
    scope: z.record(z.string(), z.string()),
    scopeLabel: z.string().optional(),
    speaker: z.string().optional(),
    verdict: z.enum([
      'agrees',
      'conflicts',
      'sources differ',
      'strained',
      'changed since',
      'as last reported',
      'only here',
    ]),
    exactness: z.enum(['less exact', 'more exact']).optional(),
    summary: z.string(),
    reason: z.string(),
  }),
  sources: z.array(Source),
  packs: z.array(z.strictObject({ id: z.string(), title: z.string(), newest: z.string() })),
});
