/** Messages, reports and storage that are not what was written: answered or refused, never a throw, defaults where nothing else holds. */
import { describe, expect, it, vi } from 'vitest';
import { broken, fc, fuzzing, nastyText, nastyValue } from '../tools/fuzz.ts';

const fake = vi.hoisted(() => {
  const areas: Record<string, Record<string, unknown>> = { local: {}, sync: {}, session: {} };
  const listeners = new Set<(message: unknown, sender: object, reply: (value: unknown) => void) => boolean>();
  const area = (name: string) => ({
    get: async (key: string | null) =>
      key === null ? { ...areas[name] } : Object.hasOwn(areas[name]!, key) ? { [key]: areas[name]![key] } : {},
    set: async (values: object) => void Object.assign(areas[name]!, values),
    remove: async (key: string) => void delete areas[name]![key],
  });
  return {
    areas,
    listeners,
    browser: {
      runtime: {
        id: 'us',
        getURL: (path: string) => `extension://us${path}`,
        onMessage: {
          addListener: (one: never) => listeners.add(one),
          removeListener: (one: never) => listeners.delete(one),
        },
      },
      storage: {
        local: area('local'),
        sync: area('sync'),
        session: area('session'),
        onChanged: { addListener: () => {}, removeListener: () => {} },
      },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));

const { answer } = await import('../../utils/extension/messages.ts');
const { firstRequests } = await import('../../utils/extension/first-requests.ts');
const { panelRequests } = await import('../../utils/extension/panel-requests.ts');
const { restRequests } = await import('../../utils/extension/schemas.ts');
const { savedRequests } = await import('../../utils/extension/saved-schemas.ts');
const { readerRequests } = await import('../../utils/extension/reader-requests.ts');
const { parseAnalyseAnswer } = await import('../../utils/extension/report-schema.ts');
const { packReport } = await import('../../utils/extension/report-wire.ts');
const { readGate, isGateMissing, writeGate } = await import('../../utils/extension/gate.ts');
const { settings, sitesOff } = await import('../../utils/extension/settings.ts');
const { readSettings } = await import('../../utils/extension/settings-backup.ts');

const MESSAGES = 3_000;
const ANSWERS = 1_500;
const STORAGE = 2_000;

const schemas = { ...firstRequests, ...restRequests, ...panelRequests, ...savedRequests, ...readerRequests };
const names = Object.keys(schemas);
const block = { id: 0, text: 'About 35 countries', kind: 'paragraph', section: 0 };
const GOOD: Record<string, unknown> = {
  analyse: {
    url: 'https://a.example/',
    dates: [{ source: 'meta', value: '2025-01-01' }],
    language: 'en',
    title: 'A',
    blocks: [block],
  },
  'reader-changed': { conflicts: 1 },
  'open-panel': { item: 'x' },
  'show-place': { block: 0, start: 1, end: 2 },
  'next-mark': { direction: 1 },
  'pack-details': { id: 'x' },
  'saved-list': { words: '' },
};

describe('fuzzing', () => {
  it('messages: every envelope is ignored, refused in words or understood', async () => {
    let understood = 0;
    const handlers = Object.fromEntries(
      names.map((name) => [
        name,
        () => {
          understood++;
          return { noted: true };
        },
      ]),
    );
    const stop = answer(handlers as never, schemas as never);
    const good = Object.entries(GOOD).map(([name, body]) =>
      broken(() => ({ 'second-source': name, body: structuredClone(body) })),
    );
    const named = fc
      .tuple(fc.constantFrom(...names), nastyValue)
      .map(([name, body]) => ({ 'second-source': name, body }));
    const sender = fc.constantFrom({ id: 'us' }, { id: 'us', tab: { id: 1 }, frameId: 0 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(named, nastyValue, ...good), sender, async (message, from) => {
        for (const listener of fake.listeners) {
          const reply = await new Promise((resolve) => {
            if (!listener(message, from, resolve)) setTimeout(() => resolve(null), 0);
          });
          if (reply !== null)
            expect(reply).toSatisfy((one: { ok: boolean; error?: string }) => one.ok || typeof one.error === 'string');
        }
      }),
      fuzzing('messages', MESSAGES),
    );
    // From elsewhere nothing is understood, whatever it says.
    const before = understood;
    for (const [name, body] of Object.entries(GOOD))
      for (const listener of fake.listeners) listener({ 'second-source': name, body }, { id: 'somebody' }, () => {});
    expect(understood).toBe(before);
    const [listener] = fake.listeners;
    await new Promise((resolve) =>
      listener?.({ 'second-source': 'analyse', body: GOOD.analyse }, { id: 'us' }, resolve),
    );
    expect(understood).toBe(before + 1);
    stop();
  }, 600_000);

  it('answers: a report that is none is null', () => {
    const item = { id: 'a', block: 0, start: 0, end: 1, kind: 'figure', surface: 'x', measure: null, label: null };
    const said = { modality: 'reported', verdict: 'agrees', summary: '', reason: '', scope: {}, display: 'x' };
    const claim = { document: 'd', claim: 'c', verdict: 'same', surface: 'x', display: 'x', modality: 'reported' };
    const report = {
      onTopic: true,
      page: { date: null, language: 'en' },
      mentions: [{ block: 0, start: 0, end: 1, entity: 'e', surface: 'x', first: true }],
      items: [{ ...item, ...said, against: [claim] }],
      entities: {},
      documents: {},
      related: [],
      packs: [],
    };
    const good = () => structuredClone({ ok: true, corpus: { state: 'ready' }, report: packReport(report as never) });
    expect(parseAnalyseAnswer(good())).not.toBeNull();
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: broken(good) }, nastyValue), (value) => {
        const parsed = parseAnalyseAnswer(value);
        if (!parsed?.ok) return;
        for (const one of parsed.report.items)
          for (const { surface } of [one, ...one.against]) expect(typeof surface).toBe('string');
        for (const one of parsed.report.mentions) expect(typeof one.surface).toBe('string');
      }),
      fuzzing('answers', ANSWERS),
    );
  }, 600_000);

  it('storage: whatever lies there, the settings are ones that exist and the gate is one or none', async () => {
    const allowed = {
      sitesMode: ['ask', 'all', 'chosen', 'on-click'],
      marks: ['all', 'figures', 'conflicts', 'none'],
      theme: ['system', 'light', 'dark'],
      offEverywhere: [true, false],
    };
    const gate = () => ({
      topics: [{ anchors: ['coalition of the willing'], groups: [[['a'], ['b']]], hints: ['coalition'] }],
      languages: ['en'],
      revision: 'x@1',
    });
    await writeGate(gate() as never);
    expect((await readGate()).passes('The Coalition of the Willing met')).toBe(true);
    const setting = fc.tuple(fc.constantFrom(...Object.keys(allowed), 'siteOff:a', 'gate', 'language'), nastyValue);
    await fc.assert(
      fc.asyncProperty(
        fc.array(setting, { maxLength: 6 }),
        fc.oneof(broken(gate), nastyValue),
        nastyText,
        async (put, stored, words) => {
          for (const name of ['local', 'sync']) fake.areas[name] = Object.fromEntries(put);
          fake.areas.local!.gate = stored;
          for (const [name, values] of Object.entries(allowed))
            expect(values).toContain(await settings[name as keyof typeof allowed].get());
          await sitesOff();
          await readSettings();
          const read = await readGate();
          read.mayPass(words);
          read.passes(`The Coalition of the Willing ${words}`);
          read.reads(words);
          await isGateMissing();
        },
      ),
      fuzzing('storage', STORAGE),
    );
  }, 600_000);
});
