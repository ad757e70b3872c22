/** `npm run -s analyze`: prints what the extension would show, from the same code. Contract: ARCHITECTURE.md. */
import { readFileSync, writeSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { analysePage } from '../../corpus/analyse.ts';
import { explainItems } from '../../corpus/explain.ts';
import type { Corpus } from '../../corpus/source.ts';
import type { PageText } from '../../utils/extension/protocol.ts';
import type { Report } from '../../utils/report.ts';
import { makeWords } from '../../utils/words/index.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { openPackByName } from './packs.ts';
import { printReport, toLine } from './report-lines.ts';

const USAGE = `usage: npm run -s analyze -- [--json] [--explain] [--pack NAME] [--date YYYY-MM-DD] [--url URL] FILE…
       npm run -s analyze -- [--pack NAME] --jsonl FILE
FILE is .txt (a paragraph a line), .html, or - for what is piped in; --jsonl reads lines {id, text, date?, url?}.
--pack: a pack's id, "seeds" for the five seed documents alone, or the folder of a pack (with a slash in it: ./my-pack).`;

/** Ends with a message on stderr and code 2: the call was at fault, not the code. */
function stop(message: string): never {
  console.error(`analyze: ${message}`);
  process.exit(2);
}

const print = (text: string) => {
  // console.log may be cut where a pipe is slow and the process ends; writeSync is not.
  const bytes = Buffer.from(`${text}\n`);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
};

/** What a file holds; "-" is what is piped in. */
function contentOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    return stop(`cannot read ${file}`);
  }
}

/** A text as blocks, a line a block; `at[i]` is where block i starts in the text. */
function blocksOfText(text: string): { page: Pick<PageText, 'blocks'>; at: number[] } {
  const at: number[] = [];
  const blocks: PageText['blocks'] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) {
      blocks.push({ id: blocks.length, text: line, kind: 'paragraph', section: 0 });
      at.push(start);
    }
    start += line.length + 1;
  }
  return { page: { blocks }, at };
}

const pageOf = (parts: Pick<PageText, 'blocks'> & Partial<PageText>, date?: string, url?: string): PageText => ({
  url: url ?? '',
  dates: date ? [{ source: 'meta', value: date }] : [],
  language: 'en',
  title: '',
  ...parts,
});

async function analyseLines(file: string, corpus: Corpus): Promise<void> {
  const lines = contentOf(file).split('\n');
  for (const [i, line] of lines.entries()) {
    if (!line.trim()) continue;
    let record: { id?: unknown; text?: unknown; date?: unknown; url?: unknown };
    try {
      record = JSON.parse(line);
    } catch (error) {
      stop(`${file}, line ${i + 1} is not JSON: ${error instanceof Error ? error.message : error}`);
    }
    if (typeof record !== 'object' || record === null || typeof record.text !== 'string')
      stop(`${file}, line ${i + 1} has no "text"`);
    const { page, at } = blocksOfText(record.text);
    const date = typeof record.date === 'string' ? record.date : undefined;
    const url = typeof record.url === 'string' ? record.url : undefined;
    const report = await analysePage(pageOf(page, date, url), corpus, { words: makeWords('en') });
    print(JSON.stringify({ id: record.id, ...toLine(report, (block) => at[block] ?? 0) }));
  }
}

async function analyseFile(file: string, corpus: Corpus, flags: { date?: string; url?: string; explain: boolean }) {
  const content = contentOf(file);
  const explain = flags.explain ? explainItems : undefined;
  const piped = /^\s*</u.test(content) ? '.html' : '.txt';
  const extension = file === '-' ? piped : extname(file).toLowerCase();
  if (!['.txt', '.html', '.htm'].includes(extension)) stop(`${basename(file)}: only .txt and .html are read`);
  if (extension === '.txt') {
    const { page, at } = blocksOfText(content);
    const read = pageOf(page, flags.date, flags.url);
    const report: Report = await analysePage(read, corpus, { words: makeWords('en'), explain });
    return { report, page: read, at: (block: number) => at[block] ?? 0 };
  }
  const read = blocksOfHtml(content, flags.url);
  if (flags.date) read.dates.unshift({ source: 'json-ld', value: flags.date });
  const report = await analysePage(read, corpus, { words: makeWords('en'), explain });
  let start = 0;
  const starts = read.blocks.map((block) => {
    const here = start;
    start += block.text.length + 1;
    return here;
  });
  return { report, page: read, at: (block: number) => starts[block] ?? 0 };
}

function packOf(name?: string): Corpus {
  try {
    return openPackByName(name);
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<void> {
  let parsed: ReturnType<typeof read>;
  function read() {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        jsonl: { type: 'string' },
        pack: { type: 'string' },
        date: { type: 'string' },
        url: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  }
  try {
    parsed = read();
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (values.help) return print(USAGE);
  if (values.date && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(values.date))
    stop(`--date ${values.date}: a date is YYYY-MM-DD`);
  if (!values.jsonl && positionals.length === 0) stop(USAGE);
  const corpus = packOf(values.pack);
  if (values.jsonl) return analyseLines(values.jsonl, corpus);
  for (const file of positionals) {
    const { report, page, at } = await analyseFile(file, corpus, {
      date: values.date,
      url: values.url,
      explain: values.explain,
    });
    if (values.json) print(JSON.stringify({ id: basename(file), ...toLine(report, at) }));
    else print(printReport(basename(file), report, page, values.explain));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
