/**
 * The table of threats and faults, written by the tests themselves. A test is wrapped in `row`; what it saw is written to
 * `out/trust/` as one small file a row and browser, and `trust-table.ts` makes one Markdown table of all of them.
 *
 *     it('no page learns who we are', row({ id: 'S1', what: 'a page learns our id', browser: bench.extension.name }, async (seen) => {
 *       …the same probe on a page with a planted leak…
 *       seen.control('the probe hears a planted message');   // only after it was seen to be found
 *       …the probe on the real thing, with expect(…)…
 *       seen.result('0 messages, 0 events');
 *     }));
 *
 * A test that throws is written down as failed and fails. One that ends without a control or a result fails too: a row that
 * could not have failed proves nothing. Several tests may carry one id (their words are joined); a threat or fault that a
 * browser does not have is said with `notThere`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers.ts';

export const ROWS_FOLDER = 'out/trust';

/** What a row is about. `id`: "S1" … "S22", "R1" … "R29". */
export interface RowSubject {
  id: `S${number}` | `R${number}`;
  /** The threat or fault, in a few words, the same in each browser. */
  what: string;
  /** "node": the row is proven without a browser (a check of built files, a parser). */
  browser: BrowserName | 'node';
  /** Where several tests share an id: which one this is. */
  part?: string;
}

export interface Seen {
  /** What showed that the test can fail: the same probe on something planted. */
  control(words: string): void;
  /** What was seen on the real thing, with its numbers. */
  result(words: string): void;
}

export interface RowRecord extends RowSubject {
  controls: string[];
  results: string[];
  outcome: 'held' | 'failed' | 'not there';
}

/** Wraps a test: writes its row, whatever happens. */
export function row(
  subject: RowSubject | (() => RowSubject),
  test: (seen: Seen) => Promise<void>,
  folder = ROWS_FOLDER,
): () => Promise<void> {
  return async () => {
    const record: RowRecord = {
      ...(typeof subject === 'function' ? subject() : subject),
      controls: [],
      results: [],
      outcome: 'failed',
    };
    // Stays, should the test run into its time limit.
    write({ ...record, results: ['did not end'] }, folder);
    try {
      await test({ control: (words) => record.controls.push(words), result: (words) => record.results.push(words) });
      if (record.controls.length === 0) throw new Error(`${record.id} shows no positive control`);
      if (record.results.length === 0) throw new Error(`${record.id} says no result`);
      record.outcome = 'held';
    } catch (error) {
      record.results.push((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '');
      throw error;
    } finally {
      write(record, folder);
    }
  };
}

/** A row for a browser that does not have this threat or fault; `why` stands in the table. */
export function notThere(subject: RowSubject, why: string, folder = ROWS_FOLDER): void {
  write({ ...subject, controls: [], results: [why], outcome: 'not there' }, folder);
}

export function readRows(folder = ROWS_FOLDER): RowRecord[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RowRecord);
}

/** Bad inputs of one kind, as the fuzzing tests tried them. */
export interface Tried {
  what: string;
  inputs: number;
  failed: boolean;
}

const TRIED = 'inputs';

export function writeTried(tried: Tried, folder = ROWS_FOLDER): void {
  mkdirSync(join(folder, TRIED), { recursive: true });
  writeFileSync(join(folder, TRIED, `${tried.what.replace(/\W+/g, '-')}.json`), `${JSON.stringify(tried)}\n`);
}

export function readTried(folder = ROWS_FOLDER): Tried[] {
  mkdirSync(join(folder, TRIED), { recursive: true });
  return readdirSync(join(folder, TRIED))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, TRIED, name), 'utf8')) as Tried);
}

function write(record: RowRecord, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const part = record.part ? `.${record.part.replace(/\W+/g, '-')}` : '';
  writeFileSync(join(folder, `${record.id}${part}.${record.browser}.json`), `${JSON.stringify(record, null, 2)}\n`);
}
