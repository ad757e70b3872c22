/** Where the background finds the rest of itself once that is loaded; and which messages are for it. */
import type { Suggestion } from '../../corpus/suggest.ts';
import type { AnalyseAnswer, MessageName, PageText, Protocol } from '../../utils/extension/protocol.ts';

export const REST_NAMES = [
  'check-draft',
  'corpus-state',
  'ledger',
  'pack-details',
  'packs-changed',
  'prepare-packs',
  'reinstall-corpus',
  'draft-save',
  'save-page',
  'saved-list',
  'saved-page',
  'delete-saved',
  'saved-beside',
] as const satisfies readonly MessageName[];

export type RestName = (typeof REST_NAMES)[number];

export type RestHandlers = {
  [N in RestName]: (request: Protocol[N]['request']) => Protocol[N]['answer'] | Promise<Protocol[N]['answer']>;
};

export interface Rest {
  /** Parses the request first. Throws where it is none, or cannot be done. */
  answer<N extends RestName>(name: N, body: unknown): Promise<Protocol[N]['answer']>;
  /** For pages where the database is not as it should be: prepares it, or says why that does not go. */
  analyse(page: PageText): Promise<AnalyseAnswer>;
  /** Makes the packs of this build be there, and the words of their topics where pages look for them. */
  prepare(): Promise<void>;
  /** For the address bar. */
  suggest(query: string): Promise<Suggestion[]>;
}

const KEY = Symbol.for('second-source.rest');
const world = globalThis as { [KEY]?: Rest };

/** Null until the script is there. */
export const restHere = (): Rest | null => world[KEY] ?? null;

export function putRest(rest: Rest): void {
  world[KEY] = rest;
}
