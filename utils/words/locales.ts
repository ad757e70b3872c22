/** At build time: `_locales` for the browser and a table for each language but English. Runs in Node only. */
import { LANGUAGES, tableFile } from './languages.ts';
import { manifestTexts } from './manifest.ts';
import { tables } from './tables.ts';

/** How the manifest names a text: `__MSG_command_look_up__`. */
export const messageName = (key: string): string => key.replace(/[^a-z]/g, '_');

/** One file for the extension's output. */
interface LocaleFile {
  file: string;
  json: string;
}

export function localeFiles(): LocaleFile[] {
  return LANGUAGES.flatMap((language) => {
    const table = tables[language];
    const keys = Object.keys(manifestTexts) as (keyof typeof manifestTexts)[];
    const messages = Object.fromEntries(keys.map((key) => [messageName(key), { message: table[key] }]));
    const manifest = { file: `_locales/${language}/messages.json`, json: JSON.stringify(messages, null, 2) };
    return language === 'en' ? [manifest] : [manifest, { file: tableFile(language), json: JSON.stringify(table) }];
  });
}
