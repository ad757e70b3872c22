import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftView } from '../../components/panel/draft/DraftView.tsx';
import { paragraphsOf } from '../../components/panel/draft/paragraphs.ts';
import type { DraftState } from '../../components/panel/draft/state.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import { makeWords } from '../../utils/words/index.ts';
import * as fixtures from '../fixtures/reports.ts';
import { drawnPage } from '../tools/drawn.ts';
import { InPanel } from './in-panel.tsx';

const drawn = drawnPage();
beforeEach(() => vi.clearAllMocks());

const events = {
  onText: vi.fn(),
  onDate: vi.fn(),
  onCheck: vi.fn(),
  onCopy: vi.fn(async () => true),
  onExport: vi.fn(async () => 'a.csv'),
};
const draw = (state: DraftState, more: Partial<Parameters<typeof DraftView>[0]> = {}): HTMLElement => {
  return drawn.draw(
    <InPanel>
      <DraftView
        state={state}
        text=""
        date="2025-09-06"
        busy={false}
        words={draftWords(makeWords('en'))}
        events={events}
        {...more}
      />
    </InPanel>,
  );
};
const click = (element: Element | null | undefined) => drawn.fire(element, 'click');
const status = () => drawn.root.querySelector('[role=status]')?.textContent;

/** A draft that says what the report's items say, and something that looks like markup. */
const TEXT = 'About 35 countries pledged troops.\nA line with <img src=x onerror=alert(1)> & <b>more</b>.';
const report = fixtures.withItems({ ...fixtures.pledging, block: 0, start: 0, end: 18 });
const CHECKED: DraftState = {
  view: 'checked',
  report: { ...report, mentions: [] },
  paragraphs: paragraphsOf(TEXT),
  stale: false,
};

describe('a draft', () => {
  it('is drawn as text, marked, nothing of it taken for markup', () => {
    draw(CHECKED);
    const shown = drawn.root.querySelector('.draft__text');
    expect([...(shown?.querySelectorAll('p') ?? [])].map((one) => one.textContent)).toEqual(TEXT.split('\n'));
    expect([...(shown?.querySelectorAll('mark') ?? [])].map((one) => one.textContent)).toEqual(['About 35 countries']);
    expect(shown?.querySelector('img, b')).toBeNull();
  });

  it('gets the report of a page, in the words of a draft', () => {
    draw(CHECKED);
    const text = drawn.root.textContent ?? '';
    expect(text).toContain('This draft');
    expect(text).toContain('Show in the text');
    expect(text).not.toMatch(/this page|on page/i);
  });

  it('leads from a passage to its entry, and from the entry to its passage', () => {
    draw(CHECKED);
    const mark = drawn.root.querySelector('mark a');
    expect(mark?.getAttribute('aria-label')).toBe('About 35 countries: Conflicts');
    click(mark);
    expect(drawn.focused?.id).toBe(`item-${fixtures.pledging.id}`);
    click([...drawn.root.querySelectorAll('button')].find((one) => one.textContent === 'Show in the text'));
    expect(drawn.focused?.id).toBe('draft-0-0');
  });

  it('says what was found where it is spoken', () => {
    draw(CHECKED);
    expect(status()).toMatch(/^1 figure conflicts/);
  });

  it('says where it names no topic, and what to do', () => {
    draw({ ...CHECKED, report: { ...report, onTopic: false } });
    expect(drawn.root.textContent).toContain('Add the sentence that names it');
    expect(drawn.root.querySelector('.draft__text')).toBeNull();
  });

  it('says that the report is of an earlier text, and checks again', () => {
    draw({ ...CHECKED, stale: true });
    expect(drawn.root.textContent).toContain('has changed since it was checked');
    click([...drawn.root.querySelectorAll('button')].find((one) => one.textContent === 'Check again'));
    expect(events.onCheck).toHaveBeenCalledOnce();
  });
});

describe('the box', () => {
  it.each<[string, DraftState, string, RegExp]>([
    [
      'a text that is too long',
      { view: 'blank' },
      'a'.repeat(250_000),
      /250,000 characters; 200,000 .* nothing has been cut/,
    ],
    ['the same over a report of an earlier one', CHECKED, 'a'.repeat(250_000), /250,000 characters/],
    ['no text', { view: 'empty' }, '', /Paste one into the box first/],
  ])('%s: says so at the box and aloud', (_, state, text, message) => {
    draw(state, { text });
    const box = drawn.root.querySelector('textarea');
    const problem = drawn.root.querySelector(`#${box?.getAttribute('aria-describedby')}`);
    expect(problem?.textContent).toMatch(message);
    expect(box?.getAttribute('aria-invalid')).toBe('true');
    expect(status()).toMatch(message);
  });

  it('says why a text could not be compared', () => {
    draw({ view: 'failed', reason: 'The disk is full.' });
    expect(drawn.root.textContent).toContain('The disk is full.');
    expect(status()).toContain('The disk is full.');
  });

  it('lets no browser check, complete or keep what is typed', () => {
    draw({ view: 'blank' });
    const box = drawn.root.querySelector('textarea');
    const attributes = Object.fromEntries([...(box?.attributes ?? [])].map(({ name, value }) => [name, value]));
    expect(attributes).toMatchObject({ autocomplete: 'off', autocorrect: 'off', writingsuggestions: 'false' });
    expect(box?.spellcheck ?? attributes.spellcheck).not.toBe(true);
    expect(box?.hasAttribute('name')).toBe(false);
  });

  it('is checked by the keys of sending, and by no other Enter', () => {
    draw({ view: 'blank' }, { text: 'One.' });
    const press = (keys: object) => drawn.fire(drawn.root.querySelector('textarea'), 'keydown', keys);
    press({ key: 'Enter' });
    press({ key: 'Enter', ctrlKey: true, isComposing: true });
    expect(events.onCheck).not.toHaveBeenCalled();
    press({ key: 'Enter', ctrlKey: true });
    press({ key: 'Enter', metaKey: true });
    expect(events.onCheck).toHaveBeenCalledTimes(2);
  });

  it('says what is done without a date', () => {
    draw({ view: 'blank' }, { date: '' });
    expect(drawn.root.textContent).toContain('compared with sources of all dates');
  });
});
