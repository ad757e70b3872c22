import { describe, expect, it, vi } from 'vitest';
import { EntityCard } from '../../components/card/EntityCard.tsx';
import { ItemCard } from '../../components/card/ItemCard.tsx';
import { SourceList } from '../../components/parts/Sources.tsx';
import type { Item } from '../../utils/report.ts';
import { makeCardWords } from '../../utils/words/card-words.ts';
import { makeWords } from '../../utils/words/index.ts';
import {
  crowded,
  DOCUMENTS,
  ENTITIES,
  forceSize,
  fuel,
  germany,
  item,
  members,
  onlyHere,
  phone,
  pledging,
  source,
} from '../fixtures/reports.ts';
import { drawnPage } from '../tools/drawn.ts';

const words = makeWords('en');
const drawn = drawnPage();
const { draw, text, button, click, checkControls } = drawn;

const cardEvents = () => ({ onClose: vi.fn(), onPin: vi.fn(), onSeeAll: vi.fn() });
const itemCard = (one: Item, more: Partial<Parameters<typeof ItemCard>[0]> = {}) => (
  <ItemCard
    item={one}
    documents={DOCUMENTS}
    words={makeCardWords()}
    pinned={false}
    shortcut="Alt+Shift+S"
    {...cardEvents()}
    {...more}
  />
);

describe('card of an item', () => {
  it.each<[string, Item, string[]]>([
    [
      'a conflict',
      pledging,
      [
        'Countries pledging troops',
        'Conflicts',
        'Novaya Gazeta Europe and 3 more',
        '4–5 Sep 2025',
        'Easily mixed up:',
        'membership',
      ],
    ],
    ['a wider figure', members, ['Coalition members', 'Less exact', 'changed since']],
    ['agreement', fuel, ['Agrees', '€1.1bn', 'White House']],
    ['sources that differ', forceSize, ['Sources differ', '25,000', '10,000–15,000', '1 more source']],
    ['a fact', phone, ['by video', 'by phone', 'This page', 'Paris, 4 Sep 2025']],
    ['a position', germany, ['Changed since', 'undecided', 'conditional']],
    ['nothing to compare with', onlyHere, ['Only here', 'No source here']],
  ])('says what there is to say of %s', (_name, one, expected) => {
    draw(itemCard(one));
    for (const part of expected) expect(text(drawn.root)).toContain(part);
    expect(text(drawn.root)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    checkControls();
  });

  it('is a dialog named by its title, left to right, and not modal', () => {
    draw(itemCard(pledging, { titleId: 'x' }));
    const dialog = drawn.root.querySelector('[role=dialog]');
    expect(dialog?.getAttribute('aria-labelledby')).toBe('x');
    expect(dialog?.getAttribute('dir')).toBe('ltr');
    expect(dialog?.hasAttribute('aria-modal')).toBe(false);
    expect(text(drawn.root.querySelector('#x'))).toBe('Countries pledging troops');
  });

  it('has a table twin with this page and every source', () => {
    draw(itemCard(pledging));
    const rows = [...drawn.root.querySelectorAll('tbody tr')].map(text);
    expect(rows).toHaveLength(1 + pledging.against.length);
    expect(rows[0]).toContain('about 35 countries');
    expect(rows[6]).toContain('24 or more');
    expect(drawn.root.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(
      'This page: ≈ 35. Other sources: 26 × 4, ≈ 26 and > 24.',
    );
  });

  it('never makes a link of an address that could run', () => {
    draw(itemCard(crowded));
    expect(text(drawn.root)).toContain('No link');
    checkControls();
  });

  it('sends its events', () => {
    const events = cardEvents();
    draw(itemCard(pledging, events));
    click('Keep open');
    click('Close');
    click('See all sources');
    expect(events.onPin).toHaveBeenCalledWith(true);
    expect(events.onClose).toHaveBeenCalledOnce();
    expect(events.onSeeAll).toHaveBeenCalledOnce();
  });

  it('names the keys where a click cannot open the panel', () => {
    draw(itemCard(pledging, { onSeeAll: undefined }));
    expect(text(drawn.root)).toContain('open the side panel with Alt+Shift+S');
    expect(() => button('See all sources')).toThrow();
  });

  it('stands a document that is missing from the report', () => {
    draw(itemCard(item('x', { against: [source('gone', '26', 'same', { asOf: undefined })] })));
    expect(text(drawn.root)).toContain('gone · no date');
  });
});

describe('card of a figure that many sources give', () => {
  const many = (more: Parameters<typeof source>[3][]) =>
    item('m', {
      ...crowded,
      against: more.map((one) => source('journal', '35', 'conflicts', one)),
    });

  it('says what was counted where all say so, and not where one of them does', () => {
    draw(itemCard(many([{ wording: 'states' }, { wording: 'states', document: 'novaya' }])));
    expect(text(drawn.root.querySelector('.sources'))).toContain('States');
    draw(itemCard(many([{ wording: 'states' }, { document: 'novaya' }, { document: 'elysee' }])));
    expect(text(drawn.root.querySelector('.sources'))).not.toContain('tates');
  });

  it('leaves to the panel what is of another time, and what a source says a second time', () => {
    draw(itemCard(many([{}, { display: '31', far: true }, { display: '≈ 35', secondary: true }])));
    expect(drawn.root.querySelectorAll('.sources__row')).toHaveLength(1);
    expect(text(drawn.root)).toContain('1 more source in the side panel');
    draw(itemCard(many([{ far: true }])));
    expect(drawn.root.querySelectorAll('.sources__row')).toHaveLength(1);
  });

  it('says in a word how a source stands, and in the panel how exactly', () => {
    const fits = source('novaya', '> 30', 'fits', { exactness: 'more exact' });
    const one = item('m', { ...crowded, against: [source('journal', '35', 'conflicts'), fits] });
    draw(itemCard(one));
    expect(text(drawn.root)).not.toContain('more exact');
    draw(<SourceList item={one} documents={DOCUMENTS} words={words} limit={5} roomy />);
    expect(text(drawn.root)).toContain('fits, this page is more exact');
  });

  it('names three descriptions of one count in the panel, the most said first, and counts the rest', () => {
    const said = ['a', 'b', 'c', 'd', 'e', 'b'].map((wording) => ({ wording, saidBy: wording }));
    draw(<SourceList item={many(said)} documents={DOCUMENTS} words={words} limit={5} roomy />);
    expect(text(drawn.root)).toContain('B / a / c, and 2 more descriptions');
  });

  it('tells how new the newest source is, and how far all reach', () => {
    draw(itemCard(item('m', { ...crowded, newest: '2025-09-08', reach: '2026-04-23' })));
    expect(text(drawn.root)).toContain('Newest source on this: 8 Sep 2025; of all: 23 Apr 2026');
    draw(itemCard(item('m', { ...crowded, newest: '2026-04', reach: '2026-04' })));
    expect(text(drawn.root)).toContain('Newest source on this: Apr 2026');
    expect(text(drawn.root)).not.toContain('of all');
    draw(itemCard(item('m', { ...crowded, against: [], reach: '2026-04-23' })));
    expect(text(drawn.root)).toContain('Newest of all sources: 23 Apr 2026');
  });
});

describe('card of a name', () => {
  it('says who, as of when, and where they stand', () => {
    draw(
      <EntityCard
        entity={ENTITIES['giorgia-meloni']!}
        surface="Meloni"
        documents={DOCUMENTS}
        words={words}
        pinned={false}
        {...cardEvents()}
      />,
    );
    for (const part of [
      'Giorgia Meloni',
      'Italy',
      'Prime minister of Italy.',
      'In 1 of 7 sources.',
      '4 Sep 2025',
      'No troops',
      'monitor',
    ])
      expect(text(drawn.root)).toContain(part);
    checkControls();
  });

  it('puts the newest position first', () => {
    draw(
      <EntityCard
        entity={ENTITIES['emmanuel-macron']!}
        surface="Macron"
        documents={DOCUMENTS}
        words={words}
        pinned
        {...cardEvents()}
      />,
    );
    expect([...drawn.root.querySelectorAll('time')].map(text)).toEqual(['Jan 2026', '4 Sep 2025']);
    expect(button('Keep open').getAttribute('aria-pressed')).toBe('true');
  });
});
