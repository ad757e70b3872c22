/**
 * Sums vitest's JSON reports of a folder: `count-results.ts FOLDER [failed step …]`. A step without a report (types, lint,
 * build) that failed counts as one failure; so does a suite that failed before it could run its tests.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
}

const [folder = 'out/test', ...failedSteps] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const explained = new Set<string>();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8')) as VitestReport;
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  if (report.numFailedTests > 0) explained.add(file.replace('.json', ''));
}
failed += failedSteps.filter((step) => !explained.has(step)).length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
