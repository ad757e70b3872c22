import * as z from 'zod';
import { Id, Text } from './common.ts';

const base = {
  id: Id,
  label: Text(120),
  definition: Text(600),
  antiCues: z.array(Text(80)),
  temporal: z.enum(['event', 'evolving']),
  windowDays: z.number().int().positive().max(3650).optional(),
  requires: z.array(z.enum(['event', 'country', 'period'])),
  sameAs: z.array(Id),
  confusedWith: z.array(Id),
};

export const FigureMeasure = z.strictObject({
  ...base,
  kind: z.literal('figure'),
  units: z.record(z.string(), z.array(Text(60))),
  cues: z.array(Text(80)),
  identifies: z.boolean().optional(),
  ordinal: z.boolean().optional(),
});

export const FactMeasure = z.strictObject({
  ...base,
  kind: z.literal('fact'),
  subject: Id.optional(),
  values: z.array(z.strictObject({ value: Text(80), label: Text(80), cues: z.array(Text(80)), within: Text(80).optional() })),
  set: z.boolean().optional(),
  cues: z.array(Text(80)),
});

export const StanceMeasure = z.strictObject({
  ...base,
  kind: z.literal('stance'),
  values: z.array(z.strictObject({ value: Text(80), label: Text(80), cues: z.array(Text(120)) })),
  missions: z.array(z.strictObject({ mission: Text(80), label: Text(80), cues: z.array(Text(120)) })),
  cues: z.array(Text(120)),
});

export const Measure = z.discriminatedUnion('kind', [FigureMeasure, FactMeasure, StanceMeasure]);
export type Measure = z.infer<typeof Measure>;
