/**
 * The report as the reader takes it from the background. Fields that a later version adds pass through;
 * what the reader relies on is checked, so that an old reader beside a new background fails in one place and says so.
 */
import { either, flag, list, nullable, number, offset, oneOf, optional, row, shape, text, values } from './checks.ts';
import type { AnalyseAnswer, WireAnswer } from './protocol.ts';
import { unpackReport } from './report-wire.ts';

const textMap = values(text);
const interval = shape({ low: nullable(number), high: nullable(number) });
const bound = oneOf('=', '~', '>', '>=', '<', '<=');
const modality = oneOf('reported', 'expected', 'proposed', 'draft');
const exactness = optional(oneOf('less exact', 'more exact'));

const quantity = shape({
  value: optional(number),
  bound,
  hard: interval,
  soft: interval,
  unit: nullable(text),
});

const against = shape({
  document: text,
  claim: text,
  verdict: oneOf('same', 'fits', 'strained', 'conflicts', 'changed since'),
  exactness,
  surface: text,
  quantity: optional(quantity),
  value: optional(text),
  display: text,
  wording: optional(text),
  saidBy: optional(text),
  asOf: optional(text),
  modality,
  origin: optional(text),
  url: optional(text),
});

const body = shape({
  pack: optional(text),
  kind: oneOf('figure', 'fact', 'stance'),
  surface: text,
  measure: nullable(text),
  label: nullable(text),
  language: optional(text),
  evolving: optional(oneOf(true)),
  scope: textMap,
  scopeLabel: optional(text),
  quantity: optional(quantity),
  value: optional(text),
  mission: optional(text),
  display: text,
  speaker: optional(shape({ entity: nullable(text), text })),
  asOf: optional(text),
  modality,
  verdict: oneOf('agrees', 'conflicts', 'sources differ', 'strained', 'changed since', 'as last reported', 'only here'),
  exactness,
  summary: text,
  reason: text,
  mixUp: optional(shape({ measure: text, label: text, display: text, document: text, text })),
  newest: optional(text),
  reach: optional(text),
  against: offset,
  explain: optional(list(text)),
});

const stance = shape({
  country: text,
  value: text,
  display: text,
  detail: optional(text),
  asOf: optional(text),
  saidBy: optional(text),
  document: text,
  more: number,
});

const entity = shape({
  id: text,
  kind: text,
  name: text,
  role: optional(text),
  country: optional(shape({ id: text, name: text })),
  description: optional(text),
  language: optional(text),
  stances: list(stance),
  sources: number,
  sourcesOf: number,
});

const document = shape({
  id: text,
  outlet: text,
  title: text,
  titleIsOurs: optional(flag),
  url: optional(text),
  date: optional(text),
  kind: text,
  summary: text,
  language: optional(text),
  sourceLanguage: optional(text),
});

const report = shape({
  onTopic: flag,
  page: shape({ date: nullable(shape({ from: text, to: text })), language: text }),
  claims: list(against),
  lists: list(list(offset)),
  bodies: list(body),
  items: list(row(offset, text, number, number, number, optional(list(text)))),
  names: list(shape({ entity: text, pack: optional(text), surface: text })),
  mentions: list(row(offset, number, number, number, oneOf(0, 1))),
  entities: values(entity),
  documents: values(document),
  related: list(text),
  packs: list(shape({ id: text, title: text, newest: text })),
});

const corpus = either(
  shape({ state: oneOf('ready') }),
  shape({ state: oneOf('preparing'), done: number, of: number }),
  shape({ state: oneOf('memory'), reason: text }),
  shape({ state: oneOf('unavailable'), reason: text }),
);

/** A text, or its forms by number. */
const words = shape({ language: text, texts: values(either(text, textMap)) });

const analyseAnswer = either(
  shape({ ok: oneOf(true), report, corpus, words: optional(words) }),
  shape({ ok: oneOf(false), reason: text, corpus }),
);

/** Null where the answer is not one that this reader understands. */
export function parseAnalyseAnswer(value: unknown): AnalyseAnswer | null {
  if (!analyseAnswer(value)) return null;
  const answer = value as WireAnswer;
  if (!answer.ok) return answer;
  const report = unpackReport(answer.report);
  return report && { ...answer, report };
}
