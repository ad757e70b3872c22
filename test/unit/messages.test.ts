import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fc } from '../tools/fuzz.ts';

type Listener = (message: unknown, sender: object, reply: (value: unknown) => void) => boolean;

const fake = vi.hoisted(() => {
  const state = {
    listeners: new Set<unknown>(),
    sender: { id: 'us' } as object,
    failures: 0,
    sent: 0,
    id: 'us' as string | undefined,
  };
  const deliver = (message: unknown) =>
    new Promise((resolve, reject) => {
      state.sent += 1;
      if (state.failures > 0) {
        state.failures -= 1;
        reject(new Error('the message channel closed before a response was received'));
        return;
      }
      const taken = [...state.listeners].some((listener) =>
        (listener as Listener)(structuredClone(message), state.sender, resolve),
      );
      if (!taken) setTimeout(() => resolve(undefined), 0);
    });
  return {
    state,
    browser: {
      runtime: {
        get id() {
          return state.id;
        },
        getURL: (path: string) => `extension://us${path}`,
        sendMessage: deliver,
        onMessage: {
          addListener: (listener: unknown) => state.listeners.add(listener),
          removeListener: (listener: unknown) => state.listeners.delete(listener),
        },
      },
      tabs: { sendMessage: (_tab: number, message: unknown) => deliver(message) },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));

const { answer, ask, askTab, isExtensionPage, NobodyThere, RequestFailed, tabOf } = await import(
  '../../utils/extension/messages.ts'
);
const { firstRequests } = await import('../../utils/extension/first-requests.ts');
const { readerRequests } = await import('../../utils/extension/reader-requests.ts');

const page = { url: 'https://news.example/a', dates: [], language: 'en', title: 'A', blocks: [] };
const place = { block: 0, start: 1, end: 2 };

beforeEach(() => {
  Object.assign(fake.state, { listeners: new Set(), sender: { id: 'us' }, failures: 0, sent: 0, id: 'us' });
});

describe('requests', () => {
  it('reach their handler and bring back its answer', async () => {
    answer({ 'show-place': (request) => ({ found: request.end === 2 }) }, readerRequests);
    expect(await ask('show-place', place)).toEqual({ found: true });
  });

  it('are taken in the first turn: a gesture lasts no longer', () => {
    const taken: string[] = [];
    const open = () => {
      taken.push('now');
      return { opened: true };
    };
    answer({ 'open-panel': open }, firstRequests);
    void ask('open-panel', {});
    expect(taken).toEqual(['now']);
  });

  it('fail with the reason of the handler', async () => {
    answer({ rescan: () => Promise.reject(new Error('no page')) }, readerRequests);
    await expect(ask('rescan', null)).rejects.toThrow(new RequestFailed('no page'));
  });

  it('are repeated once when the worker was lost', async () => {
    answer({ 'reader-changed': () => ({ noted: true }) }, firstRequests);
    fake.state.failures = 1;
    expect(await ask('reader-changed', { conflicts: 2 })).toEqual({ noted: true });
    expect(fake.state.sent).toBe(2);
  });

  it('are given up when it stays lost', async () => {
    fake.state.failures = 5;
    await expect(ask('rescan', null)).rejects.toThrow(NobodyThere);
    expect(fake.state.sent).toBe(2);
  });

  it('to a tab without a reader are not repeated', async () => {
    fake.state.failures = 5;
    await expect(askTab(1, 'rescan', null)).rejects.toThrow(NobodyThere);
    expect(fake.state.sent).toBe(1);
  });

  it('are not sent by a script that outlived its extension', async () => {
    fake.state.id = undefined;
    await expect(ask('rescan', null)).rejects.toThrow(NobodyThere);
    expect(fake.state.sent).toBe(0);
  });

  it('that nobody takes say so', async () => {
    await expect(ask('rescan', null)).rejects.toThrow(NobodyThere);
  });

  it('stop being answered', async () => {
    const stop = answer({ rescan: () => ({ started: true }) }, readerRequests);
    stop();
    await expect(ask('rescan', null)).rejects.toThrow(NobodyThere);
  });
});

describe('a listener refuses', () => {
  const tells = vi.fn(() => ({ found: true }));
  beforeEach(() => tells.mockClear());

  it('other extensions', async () => {
    fake.state.sender = { id: 'them' };
    answer({ 'show-place': tells }, readerRequests);
    await expect(ask('show-place', place)).rejects.toThrow(RequestFailed);
    expect(tells).not.toHaveBeenCalled();
  });

  it('senders that it does not trust with this', async () => {
    answer({ 'show-place': tells }, readerRequests, (name) => name !== 'show-place');
    await expect(ask('show-place', place)).rejects.toThrow(RequestFailed);
    expect(tells).not.toHaveBeenCalled();
  });

  it.each([
    ['a missing field', { block: 0, start: 1 }],
    ['a text for a number', { block: '0', start: 1, end: 2 }],
    ['a negative offset', { block: 0, start: -1, end: 2 }],
    ['nothing', null],
  ])('%s', async (_, body) => {
    answer({ 'show-place': tells }, readerRequests);
    await expect(ask('show-place', body as never)).rejects.toThrow('not understood');
    expect(tells).not.toHaveBeenCalled();
  });

  it('pages that are too large', async () => {
    answer({ analyse: () => ({ ok: false, reason: 'never', corpus: { state: 'ready' } }) }, firstRequests);
    const block = { id: 0, text: 'x'.repeat(1_500_000), kind: 'paragraph', section: 0 } as const;
    await expect(ask('analyse', { ...page, blocks: [block, { ...block, id: 1 }] })).rejects.toThrow('not understood');
    await expect(ask('analyse', { ...page, blocks: [block] })).resolves.toMatchObject({ reason: 'never' });
  });

  it('anything else without throwing', () => {
    answer({ 'show-place': tells, 'next-mark': tells }, readerRequests);
    const listener = [...fake.state.listeners][0] as Listener;
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ 'second-source': fc.anything(), body: fc.anything() })),
        (message) => {
          listener(message, { id: 'us' }, () => {});
        },
      ),
    );
  });
});

describe('the sender', () => {
  it.each([
    ['the page of a tab', { id: 'us', url: 'https://news.example/', frameId: 0, tab: { id: 7 } }, 7, false],
    ['a frame in it', { id: 'us', url: 'https://ads.example/', frameId: 3, tab: { id: 7 } }, null, false],
    ['the panel', { id: 'us', url: 'extension://us/sidepanel.html' }, null, true],
    ['an own page in a tab', { id: 'us', url: 'extension://us/welcome.html', frameId: 0, tab: { id: 7 } }, 7, true],
  ])('is %s', (_, sender, tab, own) => {
    expect(tabOf(sender as never)).toBe(tab);
    expect(isExtensionPage(sender as never)).toBe(own);
  });
});
