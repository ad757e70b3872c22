/**
 * The words that put a page on a topic, kept in storage.local: the reader reads them there without waking the background,
 * so a page about something else costs one look at its text and sends nothing.
 */
import { type GateData, mayPass, passesGate } from '../language/gate.ts';
import { stored } from './stored.ts';

/** What the enabled packs say. Written by the background at install. */
export interface Gate extends GateData {
  /** Languages that the analysis can read. */
  languages: string[];
  /** Which editions of which packs: with another one, pages are read again even where the words stayed. */
  revision?: string;
}

const EMPTY: Gate = { topics: [], languages: [] };
const item = stored<Gate>('local', 'gate', EMPTY);

/** True before the first packs were installed, and where the worker was killed before it could say what they hold. */
export const isGateMissing = async (): Promise<boolean> => (await item.getValue()).revision === undefined;

/** Whether what the reader looks for is what these editions hold. */
export const isGateOf = async (revision: string): Promise<boolean> => (await item.getValue()).revision === revision;

export const writeGate = (gate: Gate): Promise<void> => item.setValue(gate);

/** The gate as the reader uses it. Nothing passes while no pack is installed yet. */
export async function readGate(): Promise<{
  source: Gate;
  mayPass(text: string): boolean;
  passes(text: string): boolean;
  reads(language: string): boolean;
}> {
  const gate = await item.getValue();
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
