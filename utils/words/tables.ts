/** The tables of all languages: for the build, the tests and the gallery. The extension loads the one it needs. */
import { de } from './de/index.ts';
import { en } from './en.ts';
import { fr } from './fr/index.ts';
import type { Language } from './languages.ts';
import { pl } from './pl/index.ts';
import type { FullTable } from './types.ts';
import { uk } from './uk/index.ts';

export const tables: Readonly<Record<Language, FullTable>> = { en, uk, fr, de, pl };
