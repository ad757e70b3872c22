/** Import and first call of each reader in a process of its own: nothing is warm. */
import { execFileSync } from 'node:child_process';
import { type Spread, spreadOf } from './statistics.ts';

const CODE = `const [url, text] = process.argv.slice(1);
const start = performance.now();
const { read } = await import(url);
const imported = performance.now();
read(text);
console.log(JSON.stringify([imported - start, performance.now() - imported]));`;

export interface FirstCall {
  /** Milliseconds. */
  imported: Spread;
  called: Spread;
}

export function firstCall(url: string, text: string, runs: number): FirstCall {
  const results = Array.from({ length: runs }, () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', CODE, url, text], {
      encoding: 'utf8',
    });
    return JSON.parse(printed) as [number, number];
  });
  return { imported: spreadOf(results.map(([ms]) => ms)), called: spreadOf(results.map(([, ms]) => ms)) };
}
