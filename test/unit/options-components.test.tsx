import { describe, expect, it, vi } from 'vitest';
import { DismissedList } from '../../components/options/Dismissed.tsx';
import { Options } from '../../components/options/Options.tsx';
import { PackDetails } from '../../components/options/PackDetails.tsx';
import { SAMPLE } from '../../components/welcome/sample.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { type Dismissal, figureOf } from '../../utils/dismissals.ts';
import type { PackDetails as Details } from '../../utils/extension/protocol.ts';
import { makeWords } from '../../utils/words/index.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';
import * as packs from '../fixtures/packs-view.ts';
import { PACK_DETAILS, pledging } from '../fixtures/reports.ts';
import { drawnPage } from '../tools/drawn.ts';

const words = makeWords('en');
const drawn = drawnPage();
const { draw, text, button, fire, click, checkControls } = drawn;

describe('welcome and options', () => {
  it('offers three choices and an article to try', () => {
    const onChoose = vi.fn();
    draw(<Welcome words={words} mode={null} shortcuts={{ panel: 'Alt+Shift+S' }} onChoose={onChoose} />);
    for (const name of ['All sites', 'Sites I choose', 'Only when I click']) click(new RegExp(`^${name}`));
    expect(onChoose.mock.calls.flat()).toEqual(['all', 'chosen', 'on-click']);
    const article = drawn.root.querySelector('article');
    for (const paragraph of SAMPLE.paragraphs) expect(article?.textContent).toContain(paragraph);
    expect(article?.querySelector('time')?.getAttribute('datetime')).toBe('2025-09-08');
    expect(text(article)).toMatch(/about 35 countries had committed.*more than 30 members.*€1\.1bn/);
    expect(drawn.root.querySelector('figure [inert] [role=dialog]')).not.toBeNull();
    checkControls();
  });

  it('says when the choice is kept', () => {
    draw(<Welcome words={words} mode="all" shortcuts={{}} onChoose={vi.fn()} />);
    expect(button(/^All sites/).getAttribute('aria-pressed')).toBe('true');
    expect(text(drawn.root.querySelector('[role=status]'))).toBe('Saved.');
  });

  it('sends each setting at once', () => {
    const events = {
      onMode: vi.fn(),
      onOffEverywhere: vi.fn(),
      onSite: vi.fn(),
      onForgetSite: vi.fn(),
      onMarks: vi.fn(),
      onTheme: vi.fn(),
      onLicences: vi.fn(),
      onLanguage: vi.fn(),
      onDismissed: vi.fn(),
      ...packs.packEvents(() => vi.fn()),
      ...packs.dataEvents(() => vi.fn()),
    };
    draw(
      <Options
        words={words}
        theme="system"
        mode="all"
        offEverywhere={false}
        sites={[{ host: 'news.example', on: false }]}
        language="browser"
        marks="all"
        shortcuts={[{ what: 'Next mark', keys: '' }]}
        library={packs.PACKS}
        dismissals={[]}
        data={{ at: 'idle' }}
        loss={{ at: '2026-11-22T12:00:00.000Z', lost: 2, kept: 0 }}
        version="1.2.3"
        licences={null}
        events={events}
      />,
    );
    click('Read along at all');
    click('Read along on news.example');
    click('Forget news.example');
    click(/^Only when I click/);
    expect(drawn.root.textContent).toContain('On 22 Nov 2026 the browser’s store of your saved pages');
    click('Dismiss');
    expect(events.onDismissLoss).toHaveBeenCalledOnce();
    expect(events.onOffEverywhere).toHaveBeenCalledWith(true);
    expect(events.onSite).toHaveBeenCalledWith('news.example', true);
    expect(events.onForgetSite).toHaveBeenCalledWith('news.example');
    expect(events.onMode).toHaveBeenCalledWith('on-click');
    fire(drawn.root.querySelectorAll('input[name=marks]')[3], 'change');
    expect(events.onMarks).toHaveBeenCalledWith('none');
    const languages = drawn.root.querySelector('#language') ?? undefined;
    expect([...(languages?.querySelectorAll('option') ?? [])].map((one) => one.getAttribute('value'))).toEqual([
      'browser',
      ...LANGUAGES,
    ]);
    fire(languages, 'change');
    expect(events.onLanguage).toHaveBeenCalledOnce();
    for (const part of ['not set', '104 sources, 812 claims, newest of 4 May 2026', 'Version 1.2.3', 'no telemetry'])
      expect(text(drawn.root)).toContain(part);
    checkControls();
  });
});

describe('what was dismissed', () => {
  const figure = figureOf(pledging)!;
  const name = {
    kind: 'name',
    pack: 'p',
    entity: 'e',
    form: 'meloni',
    surface: 'Meloni',
    name: 'Giorgia Meloni',
  } as const;
  const list = (dismissals: Dismissal[], onDismissed = vi.fn()) => {
    draw(<DismissedList words={words} dismissals={dismissals} events={{ onDismissed }} />);
    return onDismissed;
  };

  it('is listed with both sides, and comes back one by one or all at once, with an undo', () => {
    const onDismissed = list([name, figure]);
    expect(
      [...drawn.root.querySelectorAll('li')].map(text).map((line) => line.replace('Show again', '').trim()),
    ).toEqual([
      expect.stringMatching(/^Countries pledging troops.*: ≈ 35 beside .*26/),
      '“Meloni”, not Giorgia Meloni',
    ]);
    click('Show again: “Meloni”, not Giorgia Meloni');
    expect(onDismissed).toHaveBeenLastCalledWith([name], false);
    list([figure], onDismissed);
    expect(text(drawn.root.querySelector('[role=status]'))).toContain('1 entry is shown again.');
    click('Undo');
    expect(onDismissed).toHaveBeenLastCalledWith([name], true);
    list([name, figure], onDismissed);
    click('Show all again');
    expect(onDismissed).toHaveBeenLastCalledWith([name, figure], false);
  });

  it('says so where there is none', () => {
    list([]);
    expect(text(drawn.root)).toContain('Nothing so far.');
    expect(drawn.root.querySelectorAll('button')).toHaveLength(0);
  });
});

describe('what a pack is made of', () => {
  const drawDetails = (details: Details | null) =>
    draw(<PackDetails title="Pack" documents={210} newest="2026-01-12" details={details} words={words} />);

  it('is told with its counts, corrections and unknowns', () => {
    drawDetails(PACK_DETAILS);
    for (const part of [
      'Pack: 210 sources, newest of 12 Jan 2026',
      PACK_DETAILS.selection,
      '240 figures, 118 positions and 96 other facts. From 15 Feb 2025 to 12 Jan 2026. 31 sources print',
      'Wire copy 52',
      'State media 9',
      'Ukraine 52',
      'not known 12',
      'French 30',
      '40 outlets',
      'Show 28 more',
      'Which countries are the 26',
      'A proposal of an earlier month',
    ])
      expect(text(drawn.root)).toContain(part);
    const [shown, hidden] = [...drawn.root.querySelectorAll('.pack__row:last-of-type .pack__counts')];
    expect([shown?.children.length, hidden?.children.length]).toEqual([12, 28]);
  });

  it('is left out where nothing was counted, and says where nothing was corrected', () => {
    drawDetails({ ...PACK_DETAILS, facts: undefined, corrections: [] });
    expect(text(drawn.root)).toContain('None so far.');
    expect(text(drawn.root)).not.toContain('outlets');
    drawDetails(null);
    expect(text(drawn.root)).toBe('Pack: 210 sources, newest of 12 Jan 2026');
  });
});
