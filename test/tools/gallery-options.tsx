/** Pictures of the settings: all of them, and the packs in every state. */
import type { VNode } from 'preact';
import { Options, type OptionsProps } from '../../components/options/Options.tsx';
import type { DataState, ImportView, PacksView } from '../../components/options/packs-view.ts';
import { type Dismissal, figureOf } from '../../utils/dismissals.ts';
import type { SavedLoss } from '../../utils/extension/protocol.ts';
import * as fixtures from '../fixtures/packs-view.ts';
import { pledging } from '../fixtures/reports.ts';
import { words } from './gallery-words.ts';

const nothing = () => {};

const events: OptionsProps['events'] = {
  onMode: nothing,
  onOffEverywhere: nothing,
  onSite: nothing,
  onForgetSite: nothing,
  onMarks: nothing,
  onTheme: nothing,
  onLicences: nothing,
  onLanguage: nothing,
  onDismissed: nothing,
  onOpenShortcuts: nothing,
  ...fixtures.packEvents(() => nothing),
  ...fixtures.dataEvents(() => nothing),
};

const dismissals: readonly Dismissal[] = [
  figureOf(pledging),
  { kind: 'name', pack: 'p', entity: 'giorgia-meloni', form: 'meloni', surface: 'Meloni', name: 'Giorgia Meloni' },
].flatMap((one): Dismissal[] => (one ? [one as Dismissal] : []));

const options = (library: Partial<PacksView>, data: DataState = { at: 'idle' }, loss: SavedLoss | null = null) => ({
  kind: 'page' as const,
  draw: (theme: 'light' | 'dark'): VNode => (
    <Options
      words={words}
      theme={theme}
      mode="chosen"
      offEverywhere={false}
      sites={[
        { host: 'example-courier.com', on: true },
        { host: 'a-very-long-name-of-a-regional-newspaper.example.org', on: false },
      ]}
      language="browser"
      marks="all"
      shortcuts={[
        { what: 'Open the side panel', keys: 'Alt+Shift+S' },
        { what: 'Next mark', keys: '' },
      ]}
      library={{ ...fixtures.PACKS, ...library }}
      data={data}
      loss={loss}
      dismissals={dismissals}
      version="0.1.0"
      licences={null}
      events={events}
    />
  ),
});

const importing = (view: ImportView) => options({ importing: view });
const file = 'climate-finance-pledges-1.1.0.json.gz';

export const optionsStories = {
  'page-options': options({}),
  'page-options-no-packs': options({ packs: [], notKept: 'InvalidStateError: no database' }),
  'page-options-loss': options({}, undefined, { at: '2026-11-22T18:00:00.000Z', lost: 3, kept: 2 }),
  'page-options-removed': options({
    packs: [fixtures.BUNDLED],
    undo: { id: 'climate', title: 'Climate finance pledges' },
  }),
  'page-options-import-working': importing({ at: 'working', step: 'checking', file, done: 3, of: 8 }),
  'page-options-import-refused': importing({ at: 'refused', file, problems: fixtures.PROBLEMS }),
  'page-options-import-refused-short': importing({ at: 'refused', file, problems: fixtures.PROBLEMS.slice(0, 1) }),
  'page-options-import-new': importing({ at: 'preview', file, preview: fixtures.PREVIEW }),
  'page-options-import-update': importing({ at: 'preview', file, preview: fixtures.UPDATE }),
  'page-options-data-preview': options({}, { at: 'preview', file: 'backup.json.gz', backup: fixtures.BACKUP }),
  'page-options-data-erase': options({}, { at: 'erase' }),
  'page-options-data-refused': options(
    {},
    { at: 'refused', file: 'backup.json.gz', problems: fixtures.PROBLEMS.slice(0, 2) },
  ),
  'page-options-data-working': options({}, { at: 'working', file: 'backup.json.gz' }),
  'page-options-import-done': importing({ at: 'said', text: 'Climate finance pledges was added.' }),
};
