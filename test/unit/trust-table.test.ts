/** The table of threats and faults: what stands in it, and that no row can be written without a control. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fc, fuzzing, tries } from '../tools/fuzz.ts';
import { figures, markdownTable, missingIds } from '../tools/trust-lines.ts';
import {
  notThere,
  type RowRecord,
  type RowSubject,
  readRows,
  readTried,
  row,
  writeTried,
} from '../tools/trust-rows.ts';

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

describe('the figures below it', () => {
  const storm = (change: Partial<RowRecord>) =>
    record({ id: 'R17', what: 'mutation storms', results: ['5,000 changes'], ...change });

  it('count what held, in which browser, and what was carried', () => {
    const text = figures([storm({}), storm({ browser: 'firefox' }), record({})], ['S', 'R'], []);
    expect(text).toContain('- Threats held off: 1 of 22 (Chromium 1)');
    expect(text).toContain('- Faults survived: 1 of 29 (Chromium 1, Firefox 1)');
    expect(text).toContain('- Load held: mutation storms (R17): 5,000 changes');
    expect(text).not.toContain('Bad inputs');
  });

  it('count no fault that one browser did not survive, and none that is not there', () => {
    const failed = storm({ browser: 'firefox', outcome: 'failed' });
    const absent = record({ id: 'R11', outcome: 'not there' });
    const text = figures([storm({}), failed, absent], ['R'], []);
    expect(text).toContain('Faults survived: 0 of 29');
  });

  it('take the bad inputs from the fuzzing tests, which still fail', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tried-'));
    const all = fc.property(fc.nat(), () => true);
    const few = fc.property(fc.nat(), (n) => n < 5);
    try {
      fc.assert(all, fuzzing('whole numbers', 100, folder));
      expect(() => fc.assert(few, fuzzing('small numbers', 100, folder))).toThrow(/Counterexample: \[5\]/);
      expect(readTried(folder)).toEqual([
        { what: 'small numbers', inputs: expect.any(Number), failed: true },
        { what: 'whole numbers', inputs: tries(100), failed: false },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('sum the bad inputs, as the fuzzing tests wrote them, and name those that failed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tried-'));
    try {
      writeTried({ what: 'text of pages', inputs: 4000, failed: false }, folder);
      writeTried({ what: 'packs', inputs: 16_500, failed: false }, folder);
      const text = figures([], [], readTried(folder));
      expect(text).toContain('Bad inputs tried: 20,500 (packs 16,500, text of pages 4,000); each refused');
      writeTried({ what: 'packs', inputs: 3, failed: true }, folder);
      expect(figures([], [], readTried(folder))).toContain('4,003 (packs 3, text of pages 4,000); **failed**: packs');
    } finally {
      rmSync(folder, { recursive: true });
    }
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
