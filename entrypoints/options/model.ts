/** The settings page: reads what is set, writes each change at once, and reads again. */
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { OptionsEvents, OptionsProps, SiteLine } from '../../components/options/Options.tsx';
import { allDismissals, setDismissed } from '../../utils/extension/dismissals.ts';
import { interfaceWords, loadWords } from '../../utils/extension/interface-words.ts';
import { settings, siteOff, sitesOff } from '../../utils/extension/settings.ts';
import { chooseSites, grantedHosts, revokeHost, sitesChoice } from '../../utils/extension/site-access.ts';
import { dataEvents } from './data.ts';
import { loadLicences } from './licences.ts';
import { loadPacks, packEvents } from './packs.ts';

/** As the manifest names them. */
const COMMANDS = ['toggle-panel', 'next-mark', 'previous-mark', 'look-up', 'toggle-site'] as const;
const CHROME_SHORTCUTS = 'chrome://extensions/shortcuts';

/** What the settings hold; the packs have a model of their own. */
export const props = signal<Omit<OptionsProps, 'events' | 'library' | 'data' | 'loss' | 'licences'> | null>(null);

/** Of several readings that overlap the last counts: an earlier one may have read before the last change. */
let reading = 0;

export async function load(): Promise<void> {
  const mine = ++reading;
  await loadWords();
  const [theme, language, mode, offEverywhere, sites, marks, dismissals, commands] = await Promise.all([
    settings.theme.get(),
    settings.language.get(),
    sitesChoice(),
    settings.offEverywhere.get(),
    siteLines(),
    settings.marks.get(),
    allDismissals(),
    browser.commands.getAll(),
  ]);
  if (mine !== reading) return;
  props.value = {
    words: interfaceWords(),
    theme,
    language,
    mode: mode === 'ask' ? null : mode,
    offEverywhere,
    sites,
    marks,
    dismissals,
    shortcuts: COMMANDS.map((name) => ({
      what: interfaceWords().t(`command.${name}`),
      keys: commands.find((command) => command.name === name)?.shortcut ?? '',
    })),
    version: browser.runtime.getManifest().version,
  };
}

/** At once what was pressed: pages follow before the settings are read anew, and who presses again then means the other way. */
function show(change: Partial<Pick<OptionsProps, 'offEverywhere' | 'sites'>>): void {
  if (props.value) props.value = { ...props.value, ...change };
}

async function siteLines(): Promise<SiteLine[]> {
  const [off, granted] = await Promise.all([sitesOff(), grantedHosts()]);
  const lines = new Map<string, boolean>(granted.map((host) => [host, true]));
  for (const host of off) lines.set(host, false);
  return [...lines].map(([host, on]) => ({ host, on })).sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** Settings and permissions change in other windows too. */
export function watch(): void {
  const again = (): void => {
    void load();
    void loadPacks();
  };
  browser.storage.onChanged.addListener(again);
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
}

export const events: OptionsEvents = {
  onLicences: () => void loadLicences(),
  onMode: (mode) => void chooseSites(mode).then(load),
  onOffEverywhere: (offEverywhere) => {
    show({ offEverywhere });
    void settings.offEverywhere.set(offEverywhere).then(load);
  },
  onSite: (host, on) => {
    show({ sites: props.value?.sites.map((line) => (line.host === host ? { host, on } : line)) ?? [] });
    void siteOff(host).set(!on).then(load);
  },
  onForgetSite: (host) => void Promise.all([siteOff(host).set(false), revokeHost(host)]).then(load),
  onMarks: (marks) => void settings.marks.set(marks).then(load),
  onLanguage: (language) => void settings.language.set(language).then(load),
  onTheme: (theme) => void settings.theme.set(theme).then(load),
  onDismissed: (dismissals, dismissed) => void setDismissed(dismissals, dismissed).then(load, load),
  ...packEvents,
  ...dataEvents,
  ...shortcutPage(),
};

/** Chrome has a page for shortcuts; Firefox opens its own from 137 on. */
function shortcutPage(): Pick<OptionsEvents, 'onOpenShortcuts'> {
  if (import.meta.env.BROWSER !== 'firefox')
    return { onOpenShortcuts: () => void browser.tabs.create({ url: CHROME_SHORTCUTS }) };
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?(): Promise<void> };
  return commands.openShortcutSettings ? { onOpenShortcuts: () => void commands.openShortcutSettings?.() } : {};
}
