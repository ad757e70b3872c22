/**
 * The report as the reader takes it from the background. Loose objects: fields that a later version adds pass through;
 * what the reader relies on is checked, so that an old reader beside a new background fails in one place and says so.
 */
import * as z from 'zod/mini';
import type { AnalyseAnswer } from './protocol.ts';

const text = z.string();
const textMap = z.record(z.string(), z.string());
const place = { block: z.number(), start: z.number(), end: z.number() };
const interval = z.looseObject({ low: z.nullable(z.number()), high: z.nullable(z.number()) });
const bound = z.enum(['=', '~', '>', '>=', '<', '<=']);
const modality = z.enum(['reported', 'expected', 'proposed', 'draft']);
const exactness = z.optional(z.enum(['less exact', 'more exact']));

const quantity = z.looseObject({
  value: z.optional(z.number()),
  bound,
  hard: interval,
  soft: interval,
  unit: z.nullable(text),
});

const against = z.looseObject({
  document: text,
  claim: text,
  verdict: z.enum(['same', 'fits', 'strained', 'conflicts', 'changed since']),
  exactness,
  surface: text,
  quantity: z.optional(quantity),
  value: z.optional(text),
  display: text,
  wording: z.optional(text),
  saidBy: z.optional(text),
  asOf: z.optional(text),
  modality,
  origin: z.optional(text),
  url: z.optional(text),
});

const item = z.looseObject({
  ...place,
  id: text,
  kind: z.enum(['figure', 'fact', 'stance']),
  surface: text,
  measure: z.nullable(text),
  label: z.nullable(text),
  scope: textMap,
  scopeLabel: z.optional(text),
  quantity: z.optional(quantity),
  value: z.optional(text),
  mission: z.optional(text),
  display: text,
  speaker: z.optional(z.looseObject({ entity: z.nullable(text), text })),
  asOf: z.optional(text),
  modality,
  verdict: z.enum([
    'agrees',
    'conflicts',
    'sources differ',
    'strained',
    'changed since',
    'as last reported',
    'only here',
  ]),
  exactness,
  summary: text,
  reason: text,
  mixUp: z.optional(z.looseObject({ measure: text, label: text, display: text, document: text, text })),
  selfConflicts: z.optional(z.array(text)),
  against: z.array(against),
  explain: z.optional(z.array(text)),
});

const stance = z.looseObject({
  country: text,
  value: text,
  display: text,
  detail: z.optional(text),
  asOf: z.optional(text),
  saidBy: z.optional(text),
  document: text,
});

const entity = z.looseObject({
  id: text,
  kind: text,
  name: text,
  role: z.optional(text),
  country: z.optional(z.looseObject({ id: text, name: text })),
  description: z.optional(text),
  stances: z.array(stance),
  sources: z.number(),
  sourcesOf: z.number(),
});

const document = z.looseObject({
  id: text,
  outlet: text,
  title: text,
  url: z.optional(text),
  date: z.optional(text),
  kind: text,
  summary: text,
});

const report = z.looseObject({
  onTopic: z.boolean(),
  page: z.looseObject({ date: z.nullable(z.looseObject({ from: text, to: text })), language: text }),
  mentions: z.array(z.looseObject({ ...place, entity: text, surface: text, first: z.boolean() })),
  items: z.array(item),
  entities: z.record(z.string(), entity),
  documents: z.record(z.string(), document),
  related: z.array(text),
  packs: z.array(z.looseObject({ id: text, title: text, newest: text })),
});

const corpus = z.discriminatedUnion('state', [
  z.looseObject({ state: z.literal('ready') }),
  z.looseObject({ state: z.literal('preparing'), done: z.number(), of: z.number() }),
  z.looseObject({ state: z.literal('memory'), reason: text }),
  z.looseObject({ state: z.literal('unavailable'), reason: text }),
]);

const analyseAnswer = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true), report, corpus }),
  z.looseObject({ ok: z.literal(false), reason: text, corpus }),
]);

/** Null where the answer is not one that this reader understands. */
export function parseAnalyseAnswer(value: unknown): AnalyseAnswer | null {
  const parsed = analyseAnswer.safeParse(value);
  return parsed.success ? (parsed.data as AnalyseAnswer) : null;
}
