import { describe, expect, it } from 'vitest';
import { countVerdicts, namesHere, orderItems } from '../../components/panel/order.ts';
import { type PanelState, panelState, type SiteState } from '../../components/panel/state.ts';
import { groupSources } from '../../components/parts/groups.ts';
import { NOTHING_DISMISSED } from '../../utils/dismissals.ts';
import type { CorpusState, ReaderState } from '../../utils/extension/protocol.ts';
import { DOCUMENTS, FULL, pledging, source, unmeasured } from '../fixtures/reports.ts';

describe('which state', () => {
  const site: SiteState = { host: 'news.example', access: 'granted', offHere: false, offEverywhere: false };
  const ready: CorpusState = { state: 'ready' };
  const report: ReaderState = {
    state: 'ready',
    report: FULL,
    dismissed: NOTHING_DISMISSED,
    stale: false,
    title: 't',
    host: 'h',
  };
  it.each<[string, Partial<SiteState>, CorpusState, ReaderState | null, PanelState['view']]>([
    ['everything is there', {}, ready, report, 'report'],
    ['the tab has not answered', {}, ready, null, 'loading'],
    [
      'the switch for all comes first',
      { offEverywhere: true, access: 'none' },
      { state: 'preparing', done: 0, of: 1 },
      null,
      'off-everywhere',
    ],
    ['a browser page cannot be switched', { access: 'browser', offHere: true }, ready, null, 'unsupported'],
    ['off on this site', { offHere: true, access: 'none' }, ready, null, 'off-site'],
    ['no access', { access: 'none' }, ready, null, 'no-access'],
    ['a damaged corpus', {}, { state: 'unavailable', reason: 'r' }, report, 'unavailable'],
    ['sources on their way', {}, { state: 'preparing', done: 0, of: 1 }, { state: 'scanning' }, 'preparing'],
    ['from memory', {}, { state: 'memory', reason: 'r' }, report, 'report'],
    ['not about a topic', {}, ready, { state: 'off-topic' }, 'off-topic'],
    ['switched on again, the page not yet', {}, ready, { state: 'off' }, 'scanning'],
    ['the reader is off, the site not known', { host: null }, ready, { state: 'off' }, 'off-site'],
    ['another language', {}, ready, { state: 'unread-language', language: 'bg' }, 'unread-language'],
    ['the analysis failed', {}, ready, { state: 'failed', reason: 'r' }, 'failed'],
    ['still reading', {}, ready, { state: 'scanning' }, 'scanning'],
  ])('%s', (_name, more, corpus, reader, view) => {
    expect(panelState({ ...site, ...more }, corpus, reader).view).toBe(view);
  });

  it('keeps the reason for serving from memory', () => {
    expect(panelState(site, { state: 'memory', reason: 'why' }, report)).toMatchObject({ memory: 'why' });
  });
});

describe('order and counts', () => {
  it('splits conflicts, others and what has no name', () => {
    const ordered = orderItems(FULL.items);
    expect(ordered.conflicts.map(({ id }) => id)).toEqual(['i1', 'i6']);
    expect(ordered.others.map(({ id }) => id)).toEqual(['i7', 'i2', 'i3', 'i8']);
    expect(ordered.unlisted).toBe(1);
    expect(countVerdicts(ordered).map(({ key, n }) => `${n} ${key}`)).toEqual([
      '1 conflicts',
      '1 sources differ',
      '1 less exact',
      '1 changed since',
      '1 agrees',
      '1 only here',
    ]);
    expect(orderItems([unmeasured])).toEqual({ conflicts: [], others: [], unlisted: 1 });
  });

  it('has each name once with its places', () => {
    expect(namesHere(FULL).map(({ id, mentions }) => [id, mentions.length])).toEqual([
      ['coalition-of-the-willing', 1],
      ['emmanuel-macron', 3],
      ['giorgia-meloni', 1],
      ['friedrich-merz', 1],
    ]);
  });
});

describe('grouping', () => {
  it('keeps another time apart, and last', () => {
    const groups = groupSources(
      [source('journal', '35', 'fits', { far: true }), source('novaya', '35', 'fits')],
      DOCUMENTS,
    );
    expect(groups.map(({ far }) => far)).toEqual([false, true]);
  });

  it('joins sources with the same figure and origin', () => {
    const groups = groupSources(pledging.against, DOCUMENTS);
    expect(groups.map(({ display, all }) => [display, all.length])).toEqual([
      ['26', 4],
      ['≈ 26', 1],
      ['> 24', 1],
    ]);
    expect(groups[0]?.outlets).toEqual(['Novaya Gazeta Europe', 'The Journal', 'Northern Dispatch', 'Élysée']);
  });

  it('keeps two origins of one figure apart, and joins them when there are more', () => {
    const say = (saidBy: string) => source('novaya', '26', 'same', { saidBy });
    expect(groupSources([say('A'), say('B')], DOCUMENTS)).toHaveLength(2);
    expect(groupSources([say('A'), say('B'), say('C')], DOCUMENTS)).toHaveLength(1);
    expect(groupSources([say('A'), say('B and C'), say('C')], DOCUMENTS)[0]?.speakers[0]).toBe('C');
  });

  it('puts other times last', () => {
    const groups = groupSources(
      [...Array.from({ length: 3 }, () => source('gazette', '30', 'changed since')), source('journal', '35', 'fits')],
      DOCUMENTS,
    );
    expect(groups.map(({ display }) => display)).toEqual(['35', '30']);
  });
});
