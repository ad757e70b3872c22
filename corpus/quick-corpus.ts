/** The corpus as most starts of the background find it: there, whole, and of this build. */
import type { BundledPack } from './install.ts';
import { editionOf, type PackRow } from './pack-row.ts';
import { openRows, type QuickRows } from './quick-rows.ts';
import { readyRows, rowsCorpus } from './rows-corpus.ts';
import type { Corpus } from './source.ts';

export interface QuickCorpus {
  corpus: Corpus;
  /** The editions in use, for comparing with what pages look for; in no order that means anything. */
  editions: string[];
  /** Rows of packs wait to be taken away, or an import was stopped: for whoever has the time. */
  untidy: boolean;
}

/** Null where a bundled pack has to be installed first, or nothing can be read. Never rejects. */
export async function quickCorpus(
  index: () => Promise<readonly BundledPack[]>,
  open: () => Promise<QuickRows | null> = openRows,
): Promise<QuickCorpus | null> {
  try {
    const [bundled, rows] = await Promise.all([index(), open()]);
    const packs = await rows?.packs();
    if (!rows || !packs) return null;
    const whole = await Promise.all(bundled.map((pack) => isWhole(rows, pack, packs)));
    if (whole.includes(false)) return null;
    return {
      corpus: rowsCorpus(rows, () => ({ state: 'ready' })),
      editions: readyRows(packs).map(({ ready }) => ready),
      untidy: packs.some(({ importing, removedAt }) => importing !== null || removedAt !== undefined),
    };
  } catch {
    return null;
  }
}

/** As the installation judges it: in this build's edition, with all its rows. */
async function isWhole(rows: QuickRows, pack: BundledPack, packs: readonly PackRow[]): Promise<boolean> {
  const edition = editionOf(pack);
  const row = packs.find(({ id, ready }) => id === pack.id && ready === edition);
  return row !== undefined && row.rows === (await rows.count(edition));
}
