/** The one corpus of this worker, filled from the packs that the build put beside it. */

import { LANGUAGE } from '../../corpus/engine.ts';
import type { BundledPack } from '../../corpus/install.ts';
import { type OpenedCorpus, openCorpus } from '../../corpus/open.ts';
import { packDetails } from '../../corpus/pack-details.ts';
import type { Pack } from '../../corpus/schema/pack.ts';
import { type Gate, isGateOf, writeGate } from '../../utils/extension/gate.ts';
import { readOwnJson } from '../../utils/extension/own-files.ts';
import type { CorpusState, PackDetails, PackLine } from '../../utils/extension/protocol.ts';

const INDEX = 'packs/index.json';

/** The files were validated when they were built. */
const files = {
  index: async () => ((await readOwnJson(INDEX)) as { packs: BundledPack[] }).packs,
  load: async (pack: BundledPack) => (await readOwnJson(pack.file)) as Pack,
};

let opened: OpenedCorpus | null = null;

/** Opened when first asked for: a worker that wakes for a click on the button needs no database. */
export function corpusHere(): OpenedCorpus {
  if (!opened) {
    opened = openCorpus({ files, changed });
  }
  return opened;
}

/** At each start, and where the database was found gone and was filled again. */
function changed({ state }: CorpusState): void {
  if (state === 'ready' || state === 'memory') void mendGate();
}

/** A worker that was killed between installing packs and saying so left pages with the words of before. */
async function mendGate(): Promise<void> {
  if (!(await isGateOf(revisionOf(await corpusHere().packs()).split(',')))) await writeGate(await gateOfAll());
}

/** Waits until the packs are there, and leaves the words of their topics where the reader looks for them. */
export async function prepareCorpus(): Promise<void> {
  await corpusHere().prepared();
  await writeGate(await gateOfAll());
}

/** Packs came, went or changed: pages that are open are read again, as the gate is another one then. */
export async function renewPacks(): Promise<{ noted: true }> {
  await prepareCorpus();
  return { noted: true };
}

const revisionOf = (packs: readonly { enabled: boolean; edition: string }[]): string =>
  packs
    .filter((pack) => pack.enabled)
    .map((pack) => pack.edition)
    .join();

async function gateOfAll(): Promise<Gate> {
  const { corpus, packs } = corpusHere();
  const [gate, installed] = await Promise.all([corpus.gate(), packs()]);
  return { ...gate, languages: [LANGUAGE.code], revision: revisionOf(installed) };
}

/** The bundled packs are there within a second; after that long the one who asks is told how far, and asks again. */
export const PREPARING_PATIENCE_MS = 5_000;

/** A worker that just woke opens its database in a few milliseconds: waiting for it spares the panel a flash of "preparing". */
const STATE_PATIENCE_MS = 300;

/** The packs' state once they are there, or after `patience` what there is by then. */
export function preparedWithin(patience: number): Promise<CorpusState> {
  const { prepared, state } = corpusHere();
  return Promise.race([
    prepared(),
    new Promise<CorpusState>((resolve) => setTimeout(() => resolve(state()), patience)),
  ]);
}

/** For the settings and the panel; answers while the packs are still being written, with how far they are. */
export async function corpusState(): Promise<{ corpus: CorpusState; packs: PackLine[] }> {
  const corpus = await preparedWithin(STATE_PATIENCE_MS);
  const usable = corpus.state === 'ready' || corpus.state === 'memory';
  return { corpus, packs: usable ? await packLines() : [] };
}

async function packLines(): Promise<PackLine[]> {
  const packs = (await corpusHere().packs()).filter((pack) => pack.enabled);
  return packs.map(({ id, title, version, newest, documents, claims }) => ({
    id,
    title,
    version,
    newest,
    documents,
    claims,
  }));
}

/** What a pack says of itself, and what is counted in it. */
export async function detailsOfPack({ id }: { id: string }): Promise<{ details: PackDetails | null }> {
  const { corpus, packs } = corpusHere();
  const [facts, installed] = await Promise.all([corpus.facts(id), packs()]);
  const manifest = installed.find((one) => one.id === id)?.manifest;
  if (!manifest || !facts) return { details: null };
  return { details: packDetails(manifest, facts) };
}
