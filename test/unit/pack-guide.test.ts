import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FigureMeasure } from '../../corpus/schema/measure.ts';
import { englishMeasures } from '../../utils/language/en/measures.ts';
import { compileFigureRules } from '../../utils/language/measures/rules.ts';

const GUIDE = new URL('../../corpus/packs/README.md', import.meta.url);
/** The indented lines of the part of the guide that shows parts of measures. */
const EXAMPLES = (readFileSync(GUIDE, 'utf8').split('### More that a rule can say')[1] ?? '')
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => /^ {4}\{/.test(line))
  .map((line) => line.trim());

const MEASURE = {
  id: 'ferries-in-service',
  kind: 'figure',
  label: 'Ferries in service',
  definition: 'Ferries that run on one day.',
  units: { ferries: ['ferry'] },
  select: [{ all: [['@running']], reach: 'sentence' }],
  antiCues: [],
  temporal: 'evolving',
  windowDays: 60,
  requires: [],
  sameAs: [],
  confusedWith: [],
};

describe('an example of the guide', () => {
  it('stands there for each of the options', () => {
    const all = EXAMPLES.join('\n');
    for (const option of [
      'adjacent',
      'touching',
      'about',
      '"part"',
      'paragraphs',
      'inSeries',
      'evenOwned',
      '@running',
      'antiSentence',
    ])
      expect(all).toContain(option);
  });

  it.each(EXAMPLES)('is valid and compiles: %s', (example) => {
    const measure = FigureMeasure.parse({ ...MEASURE, ...JSON.parse(example) });
    expect(() => compileFigureRules([measure], englishMeasures, { running: ['run*', 'in service'] })).not.toThrow();
  });
});
