import { describe, expect, it } from 'vitest';
import { explainVerdict, type ReasonParts } from '../../corpus/reasons.ts';
import type { Against, Exactness, PairVerdict } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';

const words = makeWords('en');

const source = (document: string, display: string, verdict: PairVerdict, exactness?: Exactness): Against => ({
  document,
  claim: `${document}.1`,
  verdict,
  exactness,
  surface: `${display} countries`,
  display,
  modality: 'reported',
  asOf: '2025-09-04',
});

function explained(page: string, display: string, counted: Against[], exactness?: Exactness) {
  const parts: ReasonParts = {
    item: { kind: 'figure', verdict: 'agrees', exactness, display, measure: 'members' },
    page,
    counted,
    undated: false,
    noEvent: false,
    notSaid: false,
    identifies: false,
  };
  return explainVerdict(parts, words);
}
const summary = (...args: Parameters<typeof explained>) => explained(...args).summary;
const reason = (...args: Parameters<typeof explained>) => explained(...args).reason;

describe('the summary of a figure that agrees', () => {
  it.each([
    [
      'all say the very number',
      summary('26', '26', [source('a', '26', 'same'), source('b', '26', 'same')]),
      'This page says 26. So do two sources.',
    ],
    ['one says it', summary('26', '26', [source('a', '26', 'same')]), 'This page says 26. So does one source.'],
    [
      'the page is less exact: sources lie inside what it says',
      summary(
        'more than 30',
        '> 30',
        [source('a', '35', 'fits', 'less exact'), source('b', '35', 'fits', 'less exact')],
        'less exact',
      ),
      'This page says more than 30. Two sources fit.',
    ],
    [
      'the page is more exact',
      summary('26', '26', [source('a', '> 24', 'fits', 'more exact')], 'more exact'),
      'This page says 26. One source fits.',
    ],
    [
      'some say the very number, another a wider one',
      summary('26', '26', [source('a', '26', 'same'), source('b', '> 24', 'fits', 'more exact')]),
      'This page says 26. Two sources fit.',
    ],
    [
      'two stations with one origin are one',
      summary('26', '26', [
        { ...source('a', '26', 'same'), origin: 'An agency' },
        { ...source('b', '26', 'same'), origin: 'An agency' },
      ]),
      'This page says 26. So does one source.',
    ],
  ])('%s', (_, said, wanted) => expect(said).toBe(wanted));
});

describe('the reason of a figure that agrees', () => {
  it.each([
    [
      'all say the very number',
      reason('26', '26', [source('a', '26', 'same')]),
      'The sources say the same: one source from 4 Sep 2025 says 26.',
    ],
    [
      'some say the very words, others a number inside them',
      reason('more than 30', '> 30', [source('a', '> 30', 'same'), source('b', '35', 'fits', 'less exact')]),
      'It fits what the sources say: one source from 4 Sep 2025 says > 30 and one source from 4 Sep 2025 says 35.',
    ],
  ])('%s', (_, said, wanted) => expect(said).toBe(wanted));
});
