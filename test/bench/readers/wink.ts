import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { placed, type ReadNumbers } from './types.ts';

// Only what its entities need: the whole pipeline is slower.
const nlp = winkNLP(model, ['sbd', 'ner']);
const QUANTITIES = new Set(['CARDINAL', 'MONEY', 'PERCENT', 'DURATION']);

/** Its number entities; it gives their words, not their values. */
export const read: ReadNumbers = (text) => {
  const entities = nlp.readDoc(text).entities().out(nlp.its.detail) as unknown as { value: string; type: string }[];
  return placed(
    text,
    entities.filter(({ type }) => QUANTITIES.has(type)).map(({ value }) => ({ surface: value, value: null })),
  );
};
