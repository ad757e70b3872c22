/** The tables of all languages: for the build, the tests and the gallery. The extension loads the one it needs. */
import { en } from './en.ts';
import type { Language } from './languages.ts';
import type { FullTable } from './types.ts';
import { uk } from './uk/index.ts';

export const tables: Readonly<Record<Language, FullTable>> = { en, uk, fr: en, de: en, pl: en };
