/**
 * The end-to-end tests, whole, again and again: `again.ts [TIMES [LAST.json]]`, ten without a number. Nothing that failed is repeated
 * within a run: a test that fails one time in ten is to be mended. Needs a build. Writes `out/again/summary.md`, a copy of the last
 * run's report to `LAST.json`, and exits with 1 where any run failed.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberOfRuns, type RunReport, summaryOf } from './again-summary.ts';

const FOLDER = 'out/again';
const runs = numberOfRuns(process.argv[2]);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const reports: RunReport[] = [];
for (let run = 1; run <= runs; run++) {
  const file = join(FOLDER, `run-${run}.json`);
  const started = Date.now();
  // In the short form; the last one, with TEST_ALL=1, runs each of the long tests whole, and leaves the rows of the table of threats.
  const form = run < runs ? { TEST_ALL: '' } : {};
  spawnSync('npx', ['vitest', 'run', '--project', 'e2e', '--reporter=json', `--outputFile.json=${file}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...form },
  });
  reports.push({ seconds: Math.round((Date.now() - started) / 1000), result: read(file) });
  console.log(`run ${run} of ${runs}: ${reports.at(-1)?.result?.success ? 'passed' : 'FAILED'}`);
}
const summary = summaryOf(reports);
writeFileSync(join(FOLDER, 'summary.md'), summary);
const last = join(FOLDER, `run-${runs}.json`);
if (process.argv[3] && existsSync(last)) copyFileSync(last, process.argv[3]);
console.log(summary);
if (reports.some(({ result }) => !result?.success)) process.exitCode = 1;

function read(file: string): RunReport['result'] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunReport['result'];
  } catch {
    return null;
  }
}
