import * as z from 'zod';
import { Id, Text } from './common.ts';

const base = {
  id: Id,
  label: Text(120),
  definition: Text(600),
  antiCues: z.array(Text(80)),
  temporal: z.enum(['event', 'evolving']),
  /** 0: only claims of the same day, for counts that are corrected within days. */
  windowDays: z.number().int().nonnegative().max(3650).optional(),
  requires: z.array(z.enum(['event', 'country', 'period'])),
  sameAs: z.array(Id),
  confusedWith: z.array(Id),
};

const CueRule = z.strictObject({
  all: z
    .array(
      z.union([
        z.array(Text(80)).min(1),
        z.strictObject({
          cues: z.array(Text(80)).min(1),
          side: z.enum(['before', 'after']).optional(),
          adjacent: z.boolean().optional(),
          touching: z.boolean().optional(),
          about: z.boolean().optional(),
        }),
      ]),
    )
    .min(1),
  reach: z.enum(['clause', 'sentence', 'paragraph', 'paragraphs']),
  weight: z.number().positive().max(5).optional(),
  units: z.array(Text(40)).optional(),
  countryInside: z.boolean().optional(),
  /** For figures whose country stands in a sentence before only. */
  countryBefore: z.boolean().optional(),
  evenOwned: z.boolean().optional(),
  whole: z.boolean().optional(),
  part: z.boolean().optional(),
});

/** Classes of phrases that cues may name with `@class`. */
export const Vocabulary = z.record(z.string().regex(/^[a-z-]+$/), z.array(Text(80)).min(1));
export type Vocabulary = z.infer<typeof Vocabulary>;

export const FigureMeasure = z.strictObject({
  ...base,
  kind: z.literal('figure'),
  units: z.record(z.string(), z.array(Text(60))),
  select: z.array(CueRule).min(1),
  antiSentence: z.array(Text(80)).optional(),
  plausible: z.tuple([z.number(), z.number()]).optional(),
  excludes: z.array(z.enum(['country'])).optional(),
  notCountries: z.array(Id).optional(),
  groups: z.array(z.strictObject({ group: Id, cues: z.array(Text(80)).min(1) })).optional(),
  periods: z.array(z.strictObject({ period: Id, label: Text(60), cues: z.array(Text(80)).min(1) })).optional(),
  ifSeveral: Id.optional(),
  atPlace: z.strictObject({ place: Text(80), measure: Id }).optional(),
  /** Beside a larger figure of `measure` in its sentence it counts `becomes`. */
  beside: z.strictObject({ measure: Id, becomes: Id }).optional(),
  /** A part that such words stand behind ("27 were represented by heads of state") is a count of its own, in this unit. */
  levels: z.strictObject({ cues: z.array(Text(80)).min(1), unit: Text(40) }).optional(),
  part: z.boolean().optional(),
  total: z.boolean().optional(),
  standsAlone: z.boolean().optional(),
  inSeries: z.boolean().optional(),
  aboutFuture: z.boolean().optional(),
  identifies: z.boolean().optional(),
  ordinal: z.boolean().optional(),
});

/** One pattern of a fact or stance: a few alternatives, not a list of sentences. */
const Pattern = Text(400);

/** Classes of phrases for the patterns of one measure (utils/language/statements/patterns.ts). */
const Words = z.record(z.string().regex(/^[a-z-]+$/), z.array(Text(80)).min(1));

export const FactMeasure = z.strictObject({
  ...base,
  kind: z.literal('fact'),
  subject: Id.optional(),
  values: z.array(
    z.strictObject({ value: Text(80), label: Text(80), cues: z.array(Pattern), within: Text(80).optional() }),
  ),
  set: z.boolean().optional(),
  list: z
    .strictObject({
      members: z.enum(['country', 'person']),
      least: z.number().int().positive(),
      before: z.array(Pattern),
      after: z.array(Pattern),
    })
    .optional(),
  date: z.boolean().optional(),
  perSubject: Text(80).optional(),
  variantOf: Id.optional(),
  /** Sets of persons that say the same of each of them: who is listed as in the room was there in person. */
  inSets: z.array(z.strictObject({ measure: Id, value: Text(80) })).optional(),
  coexist: z.boolean().optional(),
  aboutFuture: z.boolean().optional(),
  words: Words.optional(),
  cues: z.array(Pattern),
});

export const StanceMeasure = z.strictObject({
  ...base,
  kind: z.literal('stance'),
  values: z.array(
    z.strictObject({
      value: Text(80),
      label: Text(80),
      cues: z.array(Pattern),
      short: z.array(Pattern).optional(),
      own: z.array(Pattern).optional(),
      ownDenied: z.array(Pattern).optional(),
    }),
  ),
  missions: z.array(z.strictObject({ mission: Text(80), label: Text(80), cues: z.array(Pattern) })),
  cues: z.array(Pattern),
  objects: z.array(Pattern),
  words: Words.optional(),
  notSubjects: z.array(Id).optional(),
});

export const Measure = z.discriminatedUnion('kind', [FigureMeasure, FactMeasure, StanceMeasure]);
export type Measure = z.infer<typeof Measure>;
