/** The table of threats and faults: what stands in it, and that no row can be written without a control. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markdownTable, missingIds } from '../tools/trust-lines.ts';
import { notThere, type RowRecord, type RowSubject, readRows, row } from '../tools/trust-rows.ts';

const record = (change: Partial<RowRecord>): RowRecord => ({
  id: 'S1',
  what: 'a page learns our id',
  browser: 'chrome',
  controls: ['a planted message is heard'],
  results: ['nothing heard'],
  outcome: 'held',
  ...change,
});

describe('the table', () => {
  it('has one line an id, and says once what both browsers say', () => {
    const table = markdownTable([record({}), record({ browser: 'firefox' })], ['S']);
    expect(table).toContain(
      '| S1 | a page learns our id | Chromium, Firefox | a planted message is heard | held: nothing heard |',
    );
    expect(table.match(/^\| S1 /gm)).toHaveLength(1);
  });

  it('says where a browser saw something else, and that one failure fails the row', () => {
    const table = markdownTable(
      [record({}), record({ browser: 'firefox', outcome: 'failed', results: ['heard it'] })],
      ['S'],
    );
    expect(table).toContain('**failed**: nothing heard (Chromium); heard it (Firefox)');
    expect(table).toContain('failed: S1');
  });

  it('lists what did not run', () => {
    expect(missingIds([record({})], ['S'])).toHaveLength(21);
    expect(markdownTable([record({})], ['S'])).toContain('| S22 | | | | **not run** |');
    expect(markdownTable([record({})], ['S'])).toContain('1 of 22 held, not run: S2, S3');
  });

  it('keeps a bar in a text from breaking it', () => {
    expect(markdownTable([record({ results: ['a|b'] })], ['S'])).toContain('a\\|b');
  });
});

describe('a row', () => {
  const subject: RowSubject = { id: 'R1', what: 'the worker is killed', browser: 'chrome' };
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rows-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is written with what the test saw', async () => {
    await row(
      subject,
      async (seen) => {
        seen.control('a query without a worker is refused');
        seen.result('50 of 50 answered');
      },
      folder,
    )();
    expect(readRows(folder)).toEqual([
      {
        ...subject,
        controls: ['a query without a worker is refused'],
        results: ['50 of 50 answered'],
        outcome: 'held',
      },
    ]);
  });

  it('fails without a control, without a result, and with its test', async () => {
    const lacksControl = row(subject, async (seen) => seen.result('all well'), folder);
    await expect(lacksControl()).rejects.toThrow('no positive control');
    const lacksResult = row(subject, async (seen) => seen.control('found'), folder);
    await expect(lacksResult()).rejects.toThrow('says no result');
    const fails = row(subject, () => Promise.reject(new Error('49 of 50 answered')), folder);
    await expect(fails()).rejects.toThrow('49 of 50');
    expect(readRows(folder)).toEqual([{ ...subject, controls: [], results: ['49 of 50 answered'], outcome: 'failed' }]);
  });

  it('stands beside those of the other browser and of other parts', async () => {
    notThere({ ...subject, browser: 'firefox' }, 'no worker there', folder);
    notThere({ ...subject, part: 'import' }, 'elsewhere', folder);
    notThere(subject, 'elsewhere', folder);
    expect(readRows(folder)).toHaveLength(3);
  });
});
