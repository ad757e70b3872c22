/** The *Draft* tab in its states, for the gallery. */
import { DraftView } from '../../components/panel/draft/DraftView.tsx';
import { paragraphsOf } from '../../components/panel/draft/paragraphs.ts';
import type { DraftState } from '../../components/panel/draft/state.ts';
import { Panel, type PanelProps } from '../../components/panel/Panel.tsx';
import type { Item } from '../../utils/report.ts';
import { draftWords } from '../../utils/words/draft-words.ts';
import * as fixtures from '../fixtures/reports.ts';
import { words } from './gallery-words.ts';

const nothing = () => {};

const TEXT = `# Allies agree outline of a force
About 35 countries will send troops or stand by in other ways once the guns are silent, Emmanuel Macron said.
The coalition has more than 30 members. Buyers in the union paid Moscow €1.1bn last year.
Officials spoke of up to 10,000 soldiers, and of a second meeting with Giorgia Meloni.`;
const PARAGRAPHS = paragraphsOf(TEXT);

/** The item at its words in the draft. */
function at(item: Item, surface: string): Item {
  const block = PARAGRAPHS.findIndex(({ text }) => text.includes(surface));
  const start = PARAGRAPHS[block]?.text.indexOf(surface) ?? 0;
  return { ...item, block, start, end: start + surface.length };
}
function named(entity: string, surface: string) {
  const { block, start, end } = at(fixtures.fuel, surface);
  return { entity, surface, block, start, end, first: true };
}

const report = {
  ...fixtures.withItems(
    at(fixtures.pledging, 'About 35 countries'),
    at(fixtures.members, 'more than 30 members'),
    at(fixtures.fuel, '€1.1bn'),
    at(fixtures.forceSize, 'up to 10,000 soldiers'),
  ),
  mentions: [named('emmanuel-macron', 'Emmanuel Macron'), named('giorgia-meloni', 'Giorgia Meloni')],
};

const checked: DraftState = { view: 'checked', report, paragraphs: PARAGRAPHS, stale: false };
const states: Record<string, Partial<Parameters<typeof DraftView>[0]>> = {
  blank: {},
  checked: { state: checked, text: TEXT },
  stale: { state: { ...checked, stale: true }, text: `${TEXT} More.`, busy: true },
  'off-topic': { state: { ...checked, report: { ...report, onTopic: false } }, text: 'Boats of the lake.' },
  'too-long': { text: 'a'.repeat(250_000), date: '' },
  empty: { state: { view: 'empty' } },
  failed: { state: { view: 'failed', reason: 'The background did not answer.' }, text: TEXT },
};

export function draftStories(panel: Pick<PanelProps, 'events' | 'state'>) {
  return Object.fromEntries(
    Object.entries(states).map(([name, props]) => [
      `panel-draft-${name}`,
      {
        kind: 'panel' as const,
        draw: (theme: 'light' | 'dark') => (
          <Panel
            {...panel}
            host="example-courier.com"
            words={words}
            theme={theme}
            tab="draft"
            views={{
              pledges: <p />,
              search: <p />,
              saved: <p />,
              draft: (
                <DraftView
                  state={{ view: 'blank' }}
                  text=""
                  date="2025-09-06"
                  busy={false}
                  words={draftWords(words)}
                  events={{
                    onText: nothing,
                    onDate: nothing,
                    onCheck: nothing,
                    onCopy: async () => true,
                    onExport: async () => null,
                  }}
                  {...props}
                />
              ),
            }}
          />
        ),
      },
    ]),
  );
}
