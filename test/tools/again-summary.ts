/** What several runs of the same tests come to. Pure. */

/** The parts of vitest's JSON report that are needed. */
interface Result {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

export interface RunReport {
  seconds: number;
  /** Null where the run ended before it could write its report. */
  result: Result | null;
}

const RUNS = 10;

export function numberOfRuns(given: string | undefined): number {
  const runs = Number(given);
  return Number.isInteger(runs) && runs > 0 ? runs : RUNS;
}

/** What failed in a run: its tests, and files that failed before any test. */
function failures({ result }: RunReport): string[] {
  if (!result) return ['the run ended without a report'];
  return result.testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed').map((one) => one.fullName);
    return failed.length === 0 && status === 'failed' ? [name] : failed;
  });
}

/** A Markdown table with a line a run, and what failed how often below. */
export function summaryOf(reports: readonly RunReport[]): string {
  const lines = reports.map((report, at) => {
    const { numPassedTests = 0, numFailedTests = 0 } = report.result ?? {};
    return `| ${at + 1} | ${numPassedTests} | ${report.result ? numFailedTests : 'no report'} | ${report.seconds} s |`;
  });
  const counted = new Map<string, number>();
  for (const report of reports) for (const name of failures(report)) counted.set(name, (counted.get(name) ?? 0) + 1);
  const bad = reports.filter((report) => failures(report).length > 0 || !report.result?.success).length;
  return [
    '| run | passed | failed | took |',
    '|---:|---:|---:|---:|',
    ...lines,
    '',
    `${reports.length - bad} of ${reports.length} runs without a failure.`,
    ...[...counted].sort((a, b) => b[1] - a[1]).map(([name, times]) => `- ${times} times: ${name}`),
    '',
  ].join('\n');
}
