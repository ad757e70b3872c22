/** Runs in the page under measurement: our modules as the reader has them, and what they are compared with. */
import type { PageText } from '../../utils/extension/protocol.ts';
import { parseAnalyseAnswer } from '../../utils/extension/report-schema.ts';
import { packReport } from '../../utils/extension/report-wire.ts';
import { type GateData, mayPass, passesGate } from '../../utils/language/gate.ts';
import { planMarks } from '../../utils/page/mark-choice.ts';
import { locateMarks, MarkLayer } from '../../utils/page/marks.ts';
import { type PageGate, readPage } from '../../utils/page/read-page.ts';
import type { SliceClock } from '../../utils/page/slices.ts';
import type { Report } from '../../utils/report.ts';

/** All the work at once: pauses are for the page, and not ours. */
const NO_PAUSE: SliceClock = { due: () => false, pause: async () => {} };
/** A measurement goes on for so long: short ones would measure the clock. */
const AT_LEAST_MS = 12;

const passing = (gate: GateData): PageGate => ({
  source: gate,
  mayPass: (text) => mayPass(text, gate),
  passes: (text) => passesGate(text, gate),
  reads: () => true,
});
/** Looks as the reader does, and leaves the page as one off the topic. */
const leaving = (gate: GateData): PageGate => ({ ...passing(gate), mayPass: (text) => mayPass(text, gate) && false });
/** Results are kept, so that nothing is optimised away. */
let sink: unknown;

/** Milliseconds for one call. */
async function perCall(work: () => unknown): Promise<number> {
  let calls = 0;
  const start = performance.now();
  let now = start;
  do {
    sink = await work();
    calls++;
    now = performance.now();
  } while (now - start < AT_LEAST_MS);
  return (now - start) / calls;
}

const mapped = async (gate: GateData) => {
  const reading = await readPage(document, passing(gate), NO_PAUSE);
  if (reading.kind !== 'text') throw new Error(`the page was read as ${reading.kind}`);
  return reading;
};

/** As on a page: one layer, whose style sheets stay when marks are drawn anew. */
const layer = new MarkLayer(new AbortController().signal);

/** Finds and draws the marks of a report, in the place of those before. */
function drawing(report: Report, map: Awaited<ReturnType<typeof mapped>>['map']): number {
  const marks = locateMarks(planMarks(report, 'all'), map);
  layer.draw(marks);
  return marks.length;
}

function walk(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += (node as Text).data.length;
  return length;
}

const api = {
  /** What the reader would send; null for a page that it leaves alone. */
  async text(gate: GateData): Promise<PageText | null> {
    const reading = await readPage(document, passing(gate), NO_PAUSE);
    return reading.kind === 'text' ? reading.page : null;
  },

  /** The whole of our work, once, in a page where nothing ran before; and one read of its text, before that. */
  async first(
    gate: GateData,
    answer: { ok: true; report: Report } | null,
  ): Promise<{ ours: number; textContent: number }> {
    const arrived = JSON.stringify(answer && { ...answer, report: packReport(answer.report) });
    const before = performance.now();
    sink = document.body.textContent;
    const start = performance.now();
    const reading = await readPage(document, passing(gate), NO_PAUSE);
    if (reading.kind === 'text') {
      sink = JSON.stringify(reading.page);
      const checked = parseAnalyseAnswer(JSON.parse(arrived));
      if (checked?.ok) drawing(checked.report, reading.map);
    }
    return { ours: performance.now() - start, textContent: start - before };
  },

  /** One turn: each step of ours and each rival. Steps overlap as the code does: see the table's words. */
  async turn(gate: GateData, answer: { ok: true; report: Report } | null): Promise<Record<string, number>> {
    const gated = passing(gate);
    const left = leaving(gate);
    const times: Record<string, number> = {
      textContent: await perCall(() => document.body.textContent),
      walk: await perCall(walk),
      gate: await perCall(() => readPage(document, left, NO_PAUSE)),
      read: await perCall(() => readPage(document, gated, NO_PAUSE)),
    };
    if (answer) {
      const { map, page } = await mapped(gate);
      const arrived = JSON.stringify({ ...answer, report: packReport(answer.report) });
      times.asked = await perCall(() => JSON.stringify(page));
      times.answered = await perCall(() => parseAnalyseAnswer(JSON.parse(arrived)));
      times.marks = await perCall(() => drawing(answer.report, map));
    }
    times.text = (times.read ?? 0) + (times.asked ?? 0) + (times.marks ?? 0);
    times.ours = times.text + (times.answered ?? 0);
    return times;
  },

  /** mark.js, where it is there: marks the names in the document, then takes them out again (not counted). */
  async markJs(names: string[]): Promise<number> {
    const Mark = (globalThis as unknown as { Mark: new (at: Element) => MarkJs }).Mark;
    const marker = new Mark(document.body);
    const start = performance.now();
    await new Promise<void>((done) =>
      marker.mark(names, { acrossElements: true, separateWordSearch: false, accuracy: 'exactly', done }),
    );
    const took = performance.now() - start;
    await new Promise<void>((done) => marker.unmark({ done }));
    return took;
  },

  /** compromise: people and numbers of the page's text. */
  compromise(): number {
    const nlp = (globalThis as unknown as { nlp: (text: string) => Compromise }).nlp;
    const start = performance.now();
    const doc = nlp(document.body.textContent ?? '');
    sink = [doc.people().json(), doc.numbers().json()];
    return performance.now() - start;
  },

  get sink(): unknown {
    return sink;
  },
};

interface MarkJs {
  mark(names: string[], options: object): void;
  unmark(options: object): void;
}
interface Compromise {
  people(): { json(): unknown };
  numbers(): { json(): unknown };
}

export type PageBench = typeof api;
(globalThis as unknown as { bench: PageBench }).bench = api;
