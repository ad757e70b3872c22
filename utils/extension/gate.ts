/**
 * The words that put a page on a topic, kept in storage.local: the reader reads them there without waking the background,
 * so a page about something else costs one look at its text and sends nothing.
 */
import { type GateData, mayPass, passesGate } from '../language/gate.ts';
import { type Check, list, optional, shape, text } from './checks.ts';
import { stored } from './stored.ts';

/** What the enabled packs say. Written by the background at install. */
export interface Gate extends GateData {
  /** Languages that the analysis can read. */
  languages: string[];
  /** Which editions of which packs: with another one, pages are read again even where the words stayed. */
  revision?: string;
}

const EMPTY: Gate = { topics: [], languages: [] };
const item = stored<unknown>('local', 'gate', EMPTY);

const hint: Check = (value) => typeof value === 'string' && /^[\p{L}\p{N}]*$/u.test(value);
const isGate = shape({
  topics: list(shape({ anchors: list(text), groups: list(list(list(text))), hints: list(hint) })),
  languages: list(text),
  revision: optional(text),
});

/** What is stored, or nothing where that is no gate (damaged, or of another version): then it is written anew. */
async function storedGate(): Promise<Gate> {
  const value = await item.getValue();
  return isGate(value) ? (value as Gate) : EMPTY;
}

/** True before the first packs were installed, and where the worker was killed before it could say what they hold. */
export const isGateMissing = async (): Promise<boolean> => (await storedGate()).revision === undefined;

/** Whether what the reader looks for is what these editions hold, whatever their order. */
export const isGateOf = async (editions: readonly string[]): Promise<boolean> =>
  (await storedGate()).revision?.split(',').sort().join() === [...editions].sort().join();

export const writeGate = (gate: Gate): Promise<void> => item.setValue(gate);

/** The gate as the reader uses it. Nothing passes while no pack is installed yet. */
export async function readGate(): Promise<{
  source: Gate;
  mayPass(text: string): boolean;
  passes(text: string): boolean;
  reads(language: string): boolean;
}> {
  const gate = await storedGate();
  const languages = new Set(gate.languages.map(primary));
  return {
    source: gate,
    mayPass: (text) => mayPass(text, gate),
    passes: (text) => passesGate(text, gate),
    // A page that does not say its language may be in any.
    reads: (language) => language === '' || languages.has(primary(language)),
  };
}

/** Packs were installed, enabled or removed. Returns a function that stops watching. */
export const watchGate = (changed: () => void): (() => void) => item.watch(changed);

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';
