import * as z from 'zod';
import { HttpUrl, Id, MeasureId, PartialDate, Text } from './common.ts';
import { SURFACE_WORDS } from './limits.ts';

const surface = Text(120).refine((s) => s.split(/\s+/).length <= SURFACE_WORDS, `at most ${SURFACE_WORDS} words`);

export const ClaimQuantity = z
  .strictObject({
    value: z.number().finite().optional(),
    low: z.number().finite().nullable().optional(),
    high: z.number().finite().nullable().optional(),
    bound: z.enum(['=', '~', '>', '>=', '<', '<=']),
    unit: Text(40),
  })
  .refine((q) => q.value !== undefined || q.low != null || q.high != null, 'a quantity has a value, or low and high')
  .refine((q) => q.low == null || q.high == null || q.low <= q.high, 'low is not above high');

const base = {
  id: Id,
  measure: MeasureId,
  scope: z.record(z.string(), z.string()),
  surface,
  /** The surface is our own words, as the source's are not known: shown without quotation marks. */
  surfaceIsOurs: z.boolean().optional(),
  saidBy: Text(120).optional(),
  asOf: PartialDate.optional(),
  modality: z.enum(['reported', 'expected', 'proposed', 'draft']),
  /** Where the number comes from, if not from this report: sources with one origin are counted once. */
  origin: Text(120).optional(),
  /** What exactly was counted or said, in our words. */
  wording: Text(200).optional(),
  /** First and last words of the passage, for the text fragment of the link. */
  fragment: z.strictObject({ start: Text(80), end: Text(80).optional() }).optional(),
};

export const FigureClaim = z.strictObject({ ...base, kind: z.literal('figure'), quantity: ClaimQuantity });
export const FactClaim = z.strictObject({ ...base, kind: z.literal('fact'), value: Text(200) });
export const StanceClaim = z.strictObject({
  ...base,
  kind: z.literal('stance'),
  value: Text(80),
  mission: Text(80).optional(),
  detail: Text(300).optional(),
  /** Said by a named office-holder: beats a report about the country. */
  officeHolder: z.boolean().optional(),
});
export const Claim = z.discriminatedUnion('kind', [FigureClaim, FactClaim, StanceClaim]);
export type Claim = z.infer<typeof Claim>;
export type FigureClaim = z.infer<typeof FigureClaim>;
export type FactClaim = z.infer<typeof FactClaim>;
export type StanceClaim = z.infer<typeof StanceClaim>;

export const Document = z.strictObject({
  id: Id,
  outlet: Text(120),
  /** Where the outlet is: two letters of ISO 3166; absent where that is not known, or no single country. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is its two letters')
    .optional(),
  /** Whose text this prints, where that is another outlet's. */
  origin: Text(120).optional(),
  title: Text(300),
  /** The title is our own words, as the source's is not known. */
  titleIsOurs: z.boolean().optional(),
  url: HttpUrl.optional(),
  date: PartialDate.optional(),
  dateBasis: Text(200).optional(),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  kind: z.enum(['news', 'wire-copy', 'official', 'state-media', 'rewrite']),
  summary: Text(400),
  event: Id.optional(),
  entities: z.array(Id),
  claims: z.array(Claim),
});
export type Document = z.infer<typeof Document>;
