/** The shape of one line of the reporting data, as its collectors wrote it. Items are checked one by one, so that one bad item costs one item. */
import * as z from 'zod';
import { HttpUrl, Id, IsoDate, PartialDate, Text } from '../../../corpus/schema/common.ts';

const scope = z.record(z.string(), z.string());

/** What mends.ts may set on an item beside its own fields. */
const mended = {
  modality: z.enum(['reported', 'expected', 'proposed', 'draft']).optional(),
  wording: Text(200).optional(),
  origin: Text(120).optional(),
};

export const SourceFigure = z.strictObject({
  measure: Id,
  scope,
  value: z.number().finite().nullable(),
  low: z.number().finite().nullable(),
  high: z.number().finite().nullable(),
  bound: z.string(),
  unit: Text(40),
  surface: Text(400),
  saidBy: Text(120).nullable(),
  asOf: PartialDate.nullable(),
  note: z.string().optional(),
  ...mended,
});
export type SourceFigure = z.infer<typeof SourceFigure>;

export const SourceStance = z.strictObject({
  country: Id,
  stance: Id,
  detail: Text(300).nullable(),
  saidBy: Text(120).nullable(),
  asOf: PartialDate.nullable(),
  note: z.string().optional(),
  mission: Id.optional(),
  ...mended,
});
export type SourceStance = z.infer<typeof SourceStance>;

export const SourceFact = z.strictObject({
  measure: Id,
  value: Text(200),
  scope: scope.optional(),
  asOf: PartialDate.nullable(),
  note: z.string().optional(),
  ...mended,
});
export type SourceFact = z.infer<typeof SourceFact>;

export const SourceRecord = z.strictObject({
  id: Id,
  outlet: Text(120),
  url: HttpUrl,
  publishedAt: IsoDate.nullable(),
  publishedAtBasis: z.enum(['stated', 'url', 'inferred from events']),
  language: z.string(),
  title: Text(300).nullable(),
  headlineOwn: Text(300),
  summary: Text(400),
  event: Id.nullable(),
  figures: z.array(z.unknown()),
  stances: z.array(z.unknown()),
  facts: z.array(z.unknown()),
  entities: z.array(z.string()),
  note: z.string().optional(),
  sourceKind: z.enum([
    'news',
    'republished-wire-or-paper',
    'aggregator-or-rewrite',
    'official-statement',
    'state-media',
  ]),
});
export type SourceRecord = z.infer<typeof SourceRecord>;
