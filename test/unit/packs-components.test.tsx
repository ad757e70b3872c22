import { describe, expect, it, vi } from 'vitest';
import { Packs } from '../../components/options/Packs.tsx';
import type { PacksView, PreviewView } from '../../components/options/packs-view.ts';
import { makeWords } from '../../utils/words/index.ts';
import * as packs from '../fixtures/packs-view.ts';
import { drawnPage } from '../tools/drawn.ts';

const words = makeWords('en');
const drawn = drawnPage();
const { draw, text, button, click, checkControls } = drawn;

describe('packs in the settings', () => {
  const library = (change: Partial<PacksView>) => {
    const events = packs.packEvents(() => vi.fn());
    draw(<Packs {...packs.PACKS} {...change} words={words} events={events} />);
    checkControls();
    expect(text(drawn.root)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    return events;
  };

  it('lists each with its size, its origin and what can be done with it', () => {
    const events = library({});
    for (const part of [
      '812 claims',
      'comes with Second Source',
      'key 3f2a-91c0',
      'not signed',
      'Parts of it were lost',
    ])
      expect(text(drawn.root)).toContain(part);
    expect(() => button('Remove Coalition of the Willing for Ukraine')).toThrow();
    click('Remove Climate finance pledges');
    click('Export Coalition of the Willing for Ukraine as a file');
    click('Use Climate finance pledges');
    expect(events.onRemove).toHaveBeenCalledWith('climate');
    expect(events.onExport).toHaveBeenCalledWith('coalition');
    expect(events.onEnable).toHaveBeenCalledWith('climate', false);
  });

  it('offers to take a removal back', () => {
    const events = library({ undo: { id: 'climate', title: 'Climate finance pledges' } });
    expect(text(drawn.root.querySelector('[role=status]'))).toContain('Climate finance pledges was removed.');
    click('Undo');
    expect(events.onUndo).toHaveBeenCalledWith('climate');
  });

  it('says why nothing can be imported where nothing is kept', () => {
    library({ notKept: 'InvalidStateError' });
    expect(text(drawn.root)).toContain('Packs cannot be imported here');
    expect(drawn.root.querySelector('input[type=file]')).toBeNull();
  });

  it('shows how far an import is, and stops it', () => {
    const events = library({ importing: { at: 'working', step: 'checking', file: 'a.json', done: 3, of: 8 } });
    const bar = drawn.root.querySelector('progress');
    expect([bar?.getAttribute('value'), bar?.getAttribute('max'), bar?.getAttribute('aria-label')]).toEqual([
      '3',
      '8',
      'Checking a.json',
    ]);
    click('Cancel');
    expect(events.onCancel).toHaveBeenCalledOnce();
  });

  it('announces every problem of a file', () => {
    const events = library({ importing: { at: 'refused', file: 'a.json', problems: packs.PROBLEMS } });
    const alert = drawn.root.querySelector('[role=alert]');
    for (const problem of packs.PROBLEMS) expect(text(alert)).toContain(problem);
    click('Save this list');
    click('Close');
    expect(events.onSaveProblems).toHaveBeenCalledOnce();
    expect(events.onClose).toHaveBeenCalledOnce();
  });

  it.each<[string, Partial<PreviewView>, string, string]>([
    ['a new pack', {}, 'Add pack', 'The key will be remembered'],
    ['an unsigned one', { trust: 'unsigned', fingerprint: null }, 'Add pack', 'nobody vouches'],
    ['one that this browser cannot check', { trust: 'unchecked', fingerprint: null }, 'Add pack', 'cannot check'],
    ['an update', packs.UPDATE, 'Update pack', 'From version 1.0.0 to 1.1.0'],
    [
      'an older version',
      { ...packs.UPDATE, diff: { ...packs.UPDATE.diff!, version: 'older' } },
      'Go back to this version',
      'An older version',
    ],
  ])('shows %s before anything is written', (_, change, action, expected) => {
    const events = library({ importing: { at: 'preview', file: 'a.json', preview: { ...packs.PREVIEW, ...change } } });
    expect(text(drawn.root)).toContain(expected);
    click(action);
    expect(events.onImport).toHaveBeenCalledOnce();
  });

  it('tells what an update changes, by number and by name', () => {
    library({ importing: { at: 'preview', file: 'a.json', preview: packs.UPDATE } });
    const rows = [...drawn.root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(text).join(' '));
    expect(rows).toEqual(['Sources 25 1 2', 'Claims 31 4 3', 'Names 1 0 0']);
    expect(text(drawn.root)).toContain('and 5 more');
    expect(text(drawn.root)).toContain('2 invisible characters');
  });

  it('has nothing to do where the very same is installed', () => {
    const events = library({
      importing: { at: 'preview', file: 'a.json', preview: { ...packs.UPDATE, same: true } },
    });
    expect(() => button('Update pack')).toThrow();
    click('Close');
    expect(events.onCancel).toHaveBeenCalledOnce();
  });
});
