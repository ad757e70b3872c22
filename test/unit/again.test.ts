import { describe, expect, it } from 'vitest';
import { numberOfRuns, type RunReport, summaryOf } from '../tools/again-summary.ts';

const run = (failed: string[], more: Partial<NonNullable<RunReport['result']>> = {}): RunReport => ({
  seconds: 60,
  result: {
    success: failed.length === 0,
    numPassedTests: 3 - failed.length,
    numFailedTests: failed.length,
    testResults: [
      {
        name: 'a.test.ts',
        status: failed.length > 0 ? 'failed' : 'passed',
        assertionResults: failed.map((fullName) => ({ fullName, status: 'failed' })),
      },
    ],
    ...more,
  },
});

describe('several runs', () => {
  it('that all passed', () => {
    expect(summaryOf([run([]), run([])])).toContain('2 of 2 runs without a failure.');
  });

  it('with a test that fails now and then name it, and how often', () => {
    const text = summaryOf([run(['cards open']), run([]), run(['cards open', 'marks go'])]);
    expect(text).toContain('1 of 3 runs without a failure.');
    expect(text).toContain('- 2 times: cards open');
    expect(text).toContain('| 3 | 1 | 2 | 60 s |');
  });

  it('count a file that failed before its tests, and a run without a report', () => {
    const broken = run([], { success: false, testResults: [{ name: 'b.ts', status: 'failed', assertionResults: [] }] });
    const text = summaryOf([broken, { seconds: 1, result: null }]);
    expect(text).toContain('0 of 2');
    expect(text).toContain('- 1 times: b.ts');
    expect(text).toContain('without a report');
  });

  it.each([
    [undefined, 10],
    ['3', 3],
    ['0', 10],
    ['many', 10],
  ])('%s means %i', (given, expected) => {
    expect(numberOfRuns(given)).toBe(expected);
  });
});
