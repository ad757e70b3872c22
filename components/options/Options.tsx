import type { Dismissal } from '../../utils/dismissals.ts';
import type { SavedLoss } from '../../utils/extension/protocol.ts';
import { LANGUAGE_NAMES, LANGUAGES, type LanguageChoice } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/types.ts';
import { Brand } from '../parts/Brand.tsx';
import { ButtonChoice, RadioChoice } from '../parts/Choice.tsx';
import { Switch } from '../parts/Switch.tsx';
import { type SitesMode, sitesOptions } from '../welcome/Welcome.tsx';
import { Data } from './Data.tsx';
import { type DismissedEvents, DismissedList } from './Dismissed.tsx';
import { type Licence, Licences } from './Licences.tsx';
import { Packs } from './Packs.tsx';
import type { DataEvents, DataState, PacksEvents, PacksView } from './packs-view.ts';

export type MarksLevel = 'all' | 'figures' | 'conflicts' | 'none';
export type Theme = 'system' | 'light' | 'dark';

export interface SiteLine {
  host: string;
  /** Off where the reader turned it off; on where they allowed it. */
  on: boolean;
}

export interface OptionsProps {
  words: Words;
  theme: Theme;
  language: LanguageChoice;
  /** Null before the reader chose. */
  mode: SitesMode | null;
  offEverywhere: boolean;
  sites: readonly SiteLine[];
  marks: MarksLevel;
  /** Commands in words with their keys; an empty string where none are set. */
  shortcuts: readonly { what: string; keys: string }[];
  library: PacksView;
  /** In no order. */
  dismissals: readonly Dismissal[];
  data: DataState;
  /** Of saved pages; null where there is nothing to tell. */
  loss: SavedLoss | null;
  version: string;
  /** Null before they were asked for. */
  licences: readonly Licence[] | null;
  events: OptionsEvents;
}

/** Each takes effect at once. */
export interface OptionsEvents extends PacksEvents, DataEvents, DismissedEvents {
  onMode(mode: SitesMode): void;
  onOffEverywhere(off: boolean): void;
  onSite(host: string, on: boolean): void;
  /** Forget the switch and the permission of a site. */
  onForgetSite(host: string): void;
  onMarks(marks: MarksLevel): void;
  onTheme(theme: Theme): void;
  /** The list of licences is opened for the first time. */
  onLicences(): void;
  onLanguage(language: LanguageChoice): void;
  /** Absent where the browser has no page for shortcuts to open. */
  onOpenShortcuts?(): void;
}

function Sites({ words, mode, offEverywhere, sites, events }: OptionsProps) {
  const { t } = words;
  return (
    <section class="options__section" aria-labelledby="sites">
      <h2 id="sites">{t('options.sites')}</h2>
      <div class="options__row">
        <div>
          <b>{t('options.everywhere')}</b>
          <span class="choice__hint">{t('options.everywhere-hint')}</span>
        </div>
        <Switch on={!offEverywhere} label={t('options.everywhere')} onSwitch={(on) => events.onOffEverywhere(!on)} />
      </div>
      <h3>{t('options.where')}</h3>
      <ButtonChoice options={sitesOptions(words)} value={mode} onChoose={events.onMode} label={t('options.where')} />
      <h3>{t('options.site-list')}</h3>
      {sites.length === 0 ? (
        <p class="quiet">{t('options.no-sites')}</p>
      ) : (
        <ul class="options__list">
          {sites.map(({ host, on }) => (
            <li key={host} class="options__row">
              <bdi class="options__host">{host}</bdi>
              <span class="options__actions">
                <button
                  type="button"
                  class="link"
                  aria-label={t('options.forget-site-label', { host })}
                  onClick={() => events.onForgetSite(host)}
                >
                  {t('options.forget-site')}
                </button>
                <Switch
                  on={on}
                  label={t('panel.site-switch', { host })}
                  onSwitch={(next) => events.onSite(host, next)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Look({ words, marks, theme, language, events }: OptionsProps) {
  const { t } = words;
  return (
    <section class="options__section" aria-labelledby="look">
      <h2 id="look">{t('options.look')}</h2>
      <RadioChoice
        legend={t('options.marks')}
        name="marks"
        value={marks}
        onChoose={events.onMarks}
        options={[
          { value: 'all', label: t('marks.all'), hint: t('marks.all-hint') },
          { value: 'figures', label: t('marks.figures'), hint: t('marks.figures-hint') },
          { value: 'conflicts', label: t('marks.conflicts'), hint: t('marks.conflicts-hint') },
          { value: 'none', label: t('marks.none'), hint: t('marks.none-hint') },
        ]}
      />
      <RadioChoice
        legend={t('options.theme')}
        name="theme"
        value={theme}
        onChoose={events.onTheme}
        options={[
          { value: 'system', label: t('theme.system') },
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
        ]}
      />
      <div class="options__row">
        <label for="language">{t('options.language')}</label>
        <select
          id="language"
          class="options__select"
          value={language}
          onChange={({ currentTarget }) => events.onLanguage(currentTarget.value as LanguageChoice)}
        >
          <option value="browser">{t('language.browser')}</option>
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

function Shortcuts({ words, shortcuts, events }: OptionsProps) {
  const { t } = words;
  return (
    <section class="options__section" aria-labelledby="shortcuts">
      <h2 id="shortcuts">{t('options.shortcuts')}</h2>
      <dl class="options__list">
        {shortcuts.map(({ what, keys }) => (
          <div key={what} class="options__row">
            <dt>{what}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="quiet">{t('options.shortcut-unset')}</span>}</dd>
          </div>
        ))}
      </dl>
      {events.onOpenShortcuts ? (
        <button type="button" class="link" onClick={() => events.onOpenShortcuts?.()}>
          {t('options.shortcuts-open')}
        </button>
      ) : (
        <p class="quiet">{t('options.shortcuts-hint')}</p>
      )}
    </section>
  );
}

function About({ words, version, licences, events }: OptionsProps) {
  const { t } = words;
  return (
    <section class="options__section" aria-labelledby="about">
      <h2 id="about">{t('options.about')}</h2>
      <p>{t('options.privacy')}</p>
      <p class="quiet">{t('options.version', { version })}</p>
      <Licences words={words} licences={licences} onOpen={() => events.onLicences()} />
    </section>
  );
}

/** The settings: sites, marks and theme, packs, what was dismissed, the reader's data, shortcuts, about and privacy. */
export function Options(props: OptionsProps) {
  const { words, theme } = props;
  return (
    <div class="theme options" data-theme={theme === 'system' ? undefined : theme}>
      <main class="options__main">
        <h1>
          <Brand size={24} />
          {words.t('options.title')}
        </h1>
        <Sites {...props} />
        <Look {...props} />
        <Packs {...props.library} words={words} events={props.events} />
        <DismissedList dismissals={props.dismissals} words={words} events={props.events} />
        <Data data={props.data} loss={props.loss} words={words} events={props.events} />
        <Shortcuts {...props} />
        <About {...props} />
      </main>
    </div>
  );
}
