/** Writes the classes of a pack's vocabulary (`@pledge`) out into the cues of its measures. */
import { expandCues } from '../utils/language/cues.ts';
import type { Measure } from './schema/measure.ts';
import type { Pack } from './schema/pack.ts';

/** Throws an error that names measure and class where a class is unknown. */
export function measuresWithVocabulary(pack: Pick<Pack, 'measures' | 'vocabulary'>): Measure[] {
  return pack.measures.map((measure) => {
    const write = (cues: string[]) => {
      try {
        return expandCues(cues, pack.vocabulary);
      } catch (error) {
        throw new Error(`Measure ${measure.id}: ${error instanceof Error ? error.message : error}`);
      }
    };
    if (measure.kind === 'figure')
      return {
        ...measure,
        antiCues: write(measure.antiCues),
        ...(measure.antiSentence && { antiSentence: write(measure.antiSentence) }),
        select: measure.select.map((rule) => ({
          ...rule,
          all: rule.all.map((group) => (Array.isArray(group) ? write(group) : { ...group, cues: write(group.cues) })),
        })),
      };
    return measure;
  });
}
