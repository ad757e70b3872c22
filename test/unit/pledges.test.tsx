/** The *Pledges* view: filter, order, sentences of a row, the copied table, states, keyboard semantics. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { type Choice, chooseRows, EVERYTHING, heldPositions } from '../../components/panel/pledges/choose.ts';
import { tableMarkdown, tableText } from '../../components/panel/pledges/copy.ts';
import {
  aheadLines,
  alsoLine,
  beforeLine,
  besidesLine,
  recordLines,
  termsOf,
  whoSays,
} from '../../components/panel/pledges/lines.ts';
import { Pledges } from '../../components/panel/pledges/Pledges.tsx';
import type { PledgesState } from '../../components/panel/pledges/state.ts';
import type { ClaimRow } from '../../corpus/source.ts';
import { makeWords } from '../../utils/words/index.ts';
import { FULL_LEDGER, ledgerOf, office, report } from '../fixtures/ledgers.ts';
import { drawnPage } from '../tools/drawn.ts';
import { InPanel } from './in-panel.tsx';

const words = makeWords('en');
const drawn = drawnPage();
const { draw, text, button, click } = drawn;
/** Types or chooses; linkedom's selects know no value of their own. */
const fill = (selector: string, value: string, type: 'input' | 'change') =>
  act(() => {
    const field = drawn.root.querySelector(selector) as HTMLInputElement;
    Object.defineProperty(field, 'value', { configurable: true, writable: true, value });
    field.dispatchEvent(new window.Event(type, { bubbles: true }));
  });
const countries = () => [...drawn.root.querySelectorAll('.ledger__name')].map(text);

const choose = (choice: Partial<Choice>) =>
  chooseRows(FULL_LEDGER, { ...EVERYTHING, ...choice }, 'en').map(({ name }) => name);

describe('filter and order', () => {
  it.each<[kind: string, choice: Partial<Choice>, expected: string[]]>([
    ['all, by name', {}, ['Northland', 'Østmark', 'São Rolim', 'Southland', 'Westering']],
    ['a name without its diacritics', { text: 'sao rolim' }, ['São Rolim']],
    ['a letter that no diacritic makes', { text: 'OSTMARK' }, ['Østmark']],
    ['another spelling', { text: 'n.l.' }, ['Northland']],
    ['the beginning of a word', { text: 'south' }, ['Southland']],
    ['not the middle of one', { text: 'outh' }, []],
    ['a person', { text: 'ines prado' }, ['São Rolim']],
    ['an origin', { text: 'sea wire' }, ['Southland']],
    ['words of the terms, in any order', { text: 'thaw ships' }, ['Southland']],
    ['signs alone are no filter', { text: ' – ' }, ['Northland', 'Østmark', 'São Rolim', 'Southland', 'Westering']],
    ['a stance', { stance: 'ready' }, ['Østmark', 'Westering']],
    ['a stance that one of several sources gives', { stance: 'open' }, ['Østmark']],
    ['stance and text', { stance: 'ready', text: 'tide' }, ['Westering']],
    ['from yes to no', { sort: 'stance' }, ['Southland', 'Østmark', 'Westering', 'Northland', 'São Rolim']],
    [
      'newest change first, no change last',
      { sort: 'changed' },
      ['Northland', 'Southland', 'Østmark', 'São Rolim', 'Westering'],
    ],
  ])('%s', (_kind, choice, expected) => {
    expect(choose(choice)).toEqual(expected);
  });

  it('offers the stances that somebody holds, in order', () => {
    expect(heldPositions(FULL_LEDGER).map(({ value, n }) => [value, n])).toEqual([
      ['will-join', 1],
      ['ready', 2],
      ['open', 1],
      ['conditional', 1],
      ['stays-out', 1],
    ]);
  });
});

describe('sentences of a row', () => {
  const N = 'northland';
  const rowOf = (...claims: ClaimRow[]) => ledgerOf(claims).rows[0]!;
  it.each<[kind: string, claims: ClaimRow[], expected: string | null]>([
    ['nothing before', [office(N, 'ready', '2026-01-06')], null],
    [
      'another side before',
      [office(N, 'undecided', '2025-09-04', { saidBy: 'Ada Lind' }), office(N, 'ready', '2026-01-06')],
      'Was: undecided, 4 Sep 2025 (Ada Lind)',
    ],
    [
      'between yes and no, each position is one of its own',
      [office(N, 'undecided', '2025-09', { saidBy: 'Ada Lind' }), office(N, 'conditional', '2026-01-06')],
      'Was: undecided, Sep 2025 (Ada Lind)',
    ],
    [
      'another side, by report',
      [report(N, 'stays-out', '2025-09-04', { saidBy: 'The Tide' }), office(N, 'ready', '2026-01-06')],
      'Was, by report: will not join, 4 Sep 2025 (The Tide)',
    ],
    [
      'the same side, put otherwise',
      [office(N, 'ready', '2025-09-04', { saidBy: 'Ada Lind' }), office(N, 'will-join', '2026-01-06')],
      'Earlier: ready to join, 4 Sep 2025 (Ada Lind)',
    ],
    [
      'the same side, by report of several',
      [
        report(N, 'ready', '2025-09-04', {}, { outlet: 'The Tide' }),
        report(N, 'open', '2025-09-05', {}, { outlet: 'The Ebb' }),
        office(N, 'will-join', '2026-01-06'),
      ],
      'Earlier, by report: ready to join, 4 Sep 2025 (The Tide) and open to joining, 5 Sep 2025 (The Ebb)',
    ],
  ])('before: %s', (_kind, claims, expected) => {
    expect(beforeLine(rowOf(...claims), words)).toBe(expected);
  });

  it('what reports say otherwise, what is planned, what is on record', () => {
    const [north, , rolim, south, west] = chooseRows(FULL_LEDGER, EVERYTHING, 'en');
    expect(alsoLine(north!, words)).toMatch(/^Otherwise reported: undecided, 8 Jan 2026 \(Paper \d+\)$/);
    expect(alsoLine(south!, words)).toBeNull();
    expect(besidesLine(rolim!, words)).toBe('Besides: Two new piers, 7 Jan 2026 (Inês Prado)');
    expect(besidesLine(south!, words)).toBeNull();
    expect(aheadLines(west!, words)).toEqual(['Expected: will join, 1 Jun 2025 (The Tide)']);
    expect(recordLines(south!, words)).toEqual(['Offered: ≤ 4 ships, 6 Jan 2026 (the harbour office)']);
  });

  it('whose word it is, and on which terms', () => {
    const told = { outlet: 'The Ebb' };
    expect(whoSays({ ...told, voice: 'office', saidBy: 'the premier' }, words)).toBe('The premier');
    expect(whoSays({ ...told, voice: 'named', saidBy: 'The Tide' }, words)).toBe('According to The Tide');
    expect(whoSays({ ...told, voice: 'report' }, words)).toBe('Reported by The Ebb');
    expect(termsOf({ mission: 'the winter line', terms: 'after the thaw' }, words)).toBe(
      'For the winter line. After the thaw',
    );
    expect(termsOf({ mission: 'the winter line' }, words)).toBe('For the winter line');
    expect(termsOf({}, words)).toBeNull();
  });
});

describe('the copied table', () => {
  const rows = chooseRows(FULL_LEDGER, EVERYTHING, 'en');
  it('is tab-separated, a line for each position, with dates, sources and addresses', () => {
    const lines = tableText(FULL_LEDGER, rows, words).split('\n');
    const cells = lines.slice(0, 7).map((line) => line.split('\t'));
    for (const line of cells) expect(line).toHaveLength(10);
    expect(cells[0]?.slice(0, 4)).toEqual(['Country', 'Stance', 'As of', 'Said by']);
    expect(cells.slice(1).map(([country, stance]) => `${country}: ${stance}`)).toEqual([
      'Northland: On conditions',
      'Østmark: Ready to join',
      'Østmark: Open to joining',
      'São Rolim: Will not join',
      'Southland: Will join',
      'Westering: Ready to join',
    ]);
    expect(cells[1]?.slice(2, 6)).toEqual([
      '6 Jan 2026',
      'Ada Lind',
      'For the winter line. Only once the harbours are cleared and the council agrees',
      'Was: undecided, 4 Sep 2025 (Premier of northland)',
    ]);
    expect(cells[1]?.[9]).toMatch(/^https:\/\/paper-\d+\.example\/line$/);
    expect(cells[2]?.[6]).toBe('Sources differ');
    expect(lines.slice(7)).toEqual(['', 'Second Source, pack “The ferry line”, newest source 1 Feb 2026.', '']);
  });

  it('is a Markdown table with links', () => {
    const lines = tableMarkdown(FULL_LEDGER, rows, words).split('\n');
    expect(lines[1]).toBe(`|${' --- |'.repeat(9)}`);
    for (const line of lines.slice(0, 8)) expect(line.match(/(?<!\\)\|/g)).toHaveLength(10);
    expect(lines[2]).toMatch(/\| \[Paper \d+\]\(https:\/\/paper-\d+\.example\/line\) \|$/);
  });

  it('lets no cell run, break a line or leave the table, and links no odd address', () => {
    const odd = ledgerOf([
      office(
        'northland',
        'ready',
        '2026-01-06',
        { saidBy: '=HYPERLINK("x")', detail: 'a\tb\nc | d' },
        { url: 'javascript:alert(1)', outlet: '[x](y)' },
      ),
    ]);
    const plain = tableText(odd, odd.rows, words).split('\n')[1]!.split('\t');
    expect(plain).toHaveLength(10);
    expect(plain[3]).toBe(`'=HYPERLINK("x")`);
    expect(plain[4]).toBe('A b c | d');
    expect(plain[9]).toBe('');
    const markdown = tableMarkdown(odd, odd.rows, words).split('\n')[2]!;
    expect(markdown).toContain('A b c \\| d');
    expect(markdown).toContain('| \\[x\\](y) |');
    expect(markdown).not.toContain('javascript');
  });
});

describe('the view', () => {
  const events = () => ({ onCopy: vi.fn(async () => true), onRetry: vi.fn() });
  const full: PledgesState = { view: 'ledgers', ledgers: [FULL_LEDGER] };

  it.each<[kind: string, state: PledgesState, says: string[]]>([
    ['loading', { view: 'loading' }, ['Loading']],
    ['packs being written', { view: 'preparing', done: 84, of: 210 }, ['Preparing the sources', '84 of 210']],
    [
      'a failure, with its reason',
      { view: 'failed', reason: 'No answer.' },
      ['could not be loaded', 'No answer.', 'Try again'],
    ],
    ['no pack with a list', { view: 'ledgers', ledgers: [] }, ['No pledges here']],
    ['a list without positions', { view: 'ledgers', ledgers: [ledgerOf([])] }, ['name no position']],
    [
      'everything',
      full,
      [
        '5 countries',
        '12',
        'named here',
        'never named',
        'Ada Lind · 6 Jan 2026',
        'Sources differ',
        'Seen in:',
        'No timetable',
      ],
    ],
  ])('says %s', (_kind, state, says) => {
    draw(<Pledges state={state} words={words} events={events()} />);
    for (const part of says) expect(text()).toContain(part);
    expect(text()).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    for (const control of drawn.root.querySelectorAll('button')) {
      expect(control.getAttribute('type')).toBe('button');
      expect(text(control)).not.toBe('');
    }
    for (const link of drawn.root.querySelectorAll('a')) expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('tries again', () => {
    const all = events();
    draw(<Pledges state={{ view: 'failed', reason: 'x' }} words={words} events={all} />);
    click('Try again');
    expect(all.onRetry).toHaveBeenCalledOnce();
  });

  it('is a table: heads of columns, a head for each country, a caption', () => {
    draw(<Pledges state={full} words={words} events={events()} />);
    expect(text(drawn.root.querySelector('table caption'))).toContain('Where each country stands');
    expect([...drawn.root.querySelectorAll('thead th[scope=col]')].map(text)).toEqual(['Country', 'Stance']);
    expect(drawn.root.querySelectorAll('tbody > tr:first-child > th[scope=rowgroup]')).toHaveLength(5);
    expect(drawn.root.querySelector('thead th')?.getAttribute('aria-sort')).toBe('ascending');
  });

  it('opens a country to every report on it', () => {
    draw(<Pledges state={full} words={words} events={events()} />);
    expect(drawn.root.querySelectorAll('.timeline')).toHaveLength(0);
    click('Southland');
    const name = button('Southland');
    expect(name.getAttribute('aria-expanded')).toBe('true');
    const opened = document.getElementById(name.getAttribute('aria-controls') ?? '');
    expect(opened?.hasAttribute('hidden')).toBe(false);
    expect(text(opened)).toContain('5 statements from 4 sources');
    expect(text(opened)).toContain('repeats Sea Wire, counted once');
    expect(text(opened)).toContain('“up to four ships”');
    expect([...opened!.querySelectorAll('.timeline__date')].map(text)).toEqual([
      '8 Jan 2026',
      '7 Jan 2026',
      '6 Jan 2026',
      '6 Jan 2026',
      '19 Aug 2025',
    ]);
    click('Southland');
    expect(drawn.root.querySelectorAll('.timeline')).toHaveLength(0);
  });

  it('filters and sorts as chosen, says how many, and clears the filter', () => {
    draw(
      <InPanel>
        <Pledges state={full} words={words} events={events()} />
      </InPanel>,
    );
    fill('input', 'sao', 'input');
    expect(countries()).toEqual(['São Rolim']);
    expect(text(drawn.root.querySelector('[role=status]'))).toBe('1 of 5 countries');
    fill('input', 'nobody at all', 'input');
    expect(text()).toContain('No country fits.');
    click('Clear the filter');
    expect(countries()).toHaveLength(5);
    const [stance, sort] = drawn.root.querySelectorAll('select');
    stance!.id = 'by-stance';
    sort!.id = 'by-order';
    fill('#by-order', 'stance', 'change');
    expect(countries()[0]).toBe('Southland');
    expect(drawn.root.querySelectorAll('thead th')[1]?.getAttribute('aria-sort')).toBe('ascending');
    fill('#by-stance', 'ready', 'change');
    expect(countries()).toEqual(['Østmark', 'Westering']);
  });

  it('copies what is shown, both ways, and says whether it worked', async () => {
    const all = events();
    draw(
      <InPanel>
        <Pledges state={full} words={words} events={all} choice={{ ...EVERYTHING, text: 'south' }} />
      </InPanel>,
    );
    click('Copy table');
    await act(async () => {});
    expect(vi.mocked(all.onCopy).mock.calls[0]).toEqual([expect.stringContaining('Southland\tWill join')]);
    expect(text(drawn.root.querySelector('[role=status]'))).toBe('Copied 1 country with its sources.');
    all.onCopy.mockResolvedValueOnce(false);
    click('Copy as Markdown');
    await act(async () => {});
    expect(vi.mocked(all.onCopy).mock.calls[1]).toEqual([expect.stringContaining('| Southland | Will join |')]);
    expect(vi.mocked(all.onCopy).mock.calls[1]).not.toEqual([expect.stringContaining('Northland')]);
    expect(text(drawn.root.querySelector('[role=status]'))).toBe('The browser did not allow copying.');
  });

  it('shows the reports behind the count', () => {
    draw(<Pledges state={full} words={words} events={events()} />);
    click('Show all 2 sources');
    expect(text(drawn.root.querySelector('.count'))).toContain('Ships or money');
    expect(drawn.root.querySelectorAll('.count .every__row')).toHaveLength(2);
  });

  it('shows one topic at a time', () => {
    const other = {
      ...ledgerOf([office('westering', 'open', '2025-01-01')]),
      pack: { id: 'other', title: 'Bridges', newest: '2025-01-01' },
    };
    draw(<Pledges state={{ view: 'ledgers', ledgers: [FULL_LEDGER, other] }} words={words} events={events()} />);
    expect(countries()).toHaveLength(5);
    fill('select', 'other', 'change');
    expect(countries()).toEqual(['Westering']);
  });
});
