/** Measures by id, found once each: also those whose ids are made of a person's name. */
import { findMeasure } from '../../utils/language/statements/measure-of.ts';
import type { Measure } from '../schema/measure.ts';

export function measureFinder(measures: readonly Measure[]): (id: string) => Measure | undefined {
  const known = new Map<string, Measure | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, findMeasure(measures, id) as Measure | undefined);
    return known.get(id);
  };
}
