/** Several editions as one corpus: what packs share is taken once, answers come in the order of packs. */
import type { CorpusState } from '../utils/extension/protocol.ts';
import { type GateData, makeGate, mergeGates } from '../utils/language/gate.ts';
import type { EditionCorpus } from './edition-corpus.ts';
import type { Vocabulary } from './schema/measure.ts';
import type { Manifest } from './schema/pack.ts';
import { type Corpus, firstById, isWanted, type Rules } from './source.ts';
import { measuresWithVocabulary } from './vocabulary.ts';

/** One enabled pack, ready to be asked. */
export interface OpenEdition {
  /** Changes with the content. */
  edition: string;
  manifest: Manifest;
  vocabulary: Vocabulary;
  documents: number;
  corpus: EditionCorpus;
}

/** `open`: the editions as they are now, asked for with every question. `single`: the corpus of one of them, as it is. */
export function combinedCorpus(
  state: () => CorpusState,
  open: () => Promise<OpenEdition[]>,
  single: (edition: OpenEdition) => Corpus,
): Corpus {
  /** Needed for every page, and changing only with an edition. */
  let kept: { editions: string; rules: Rules } | null = null;

  async function rules(): Promise<Rules> {
    const opened = await open();
    const editions = opened.map(({ edition }) => edition).join();
    if (kept?.editions !== editions) kept = { editions, rules: await readRules(opened) };
    return kept.rules;
  }

  let keptGate: { editions: string; gate: GateData } | null = null;

  /** The same object while the editions are the same: what is compiled of it is kept with it. */
  async function gate(): Promise<GateData> {
    const opened = await open();
    const editions = opened.map(({ edition }) => edition).join();
    if (keptGate?.editions !== editions) {
      const gates = opened.map(async ({ manifest, corpus }) => makeGate(manifest.topic, await corpus.anchors()));
      keptGate = { editions, gate: mergeGates(await Promise.all(gates)) };
    }
    return keptGate.gate;
  }

  const each = async <T>(question: (corpus: EditionCorpus) => Promise<T[]>): Promise<T[]> =>
    (await Promise.all((await open()).map(({ corpus }) => question(corpus)))).flat();

  return {
    state,
    rules,
    gate,
    facts: async (id) => (await open()).find(({ manifest }) => manifest.id === id)?.corpus.facts() ?? null,
    packs: async () => (await open()).map(single),
    claimsFor: async (wanted) => {
      const measures = wanted.map(({ measure }) => measure);
      return (await each((corpus) => corpus.claimsOfMeasures(measures))).filter(({ claim }) => isWanted(claim, wanted));
    },
    claimsNear: (nearby, alike) => each((corpus) => corpus.claimsNear(nearby, alike)),
    claimsOf: (documents) => each((corpus) => corpus.claimsOf(documents)),
    stancesOf: (countries) => each((corpus) => corpus.stancesOf(countries)),
    documents: (ids) => each((corpus) => corpus.documents(ids)),
    titled: (words, most) => each((corpus) => corpus.titled(words, most)),
    documentsAt: (address) => each((corpus) => corpus.documentsAt(address)),
    documentsMentioning: (entities) => each((corpus) => corpus.documentsMentioning(entities)),
    counts: async (entities) => {
      const opened = await open();
      const mentioning = new Map(entities.map((id) => [id, 0]));
      for (const { corpus } of opened)
        for (const [id, count] of await corpus.mentioning(entities)) mentioning.set(id, mentioning.get(id)! + count);
      return { documents: opened.reduce((sum, { documents }) => sum + documents, 0), mentioning };
    },
  };
}

/** The corpora of single editions, kept for as long as they are asked for: each keeps its rules, and what callers made of them. */
export function singleEditions(state: () => CorpusState): (edition: OpenEdition) => Corpus {
  const kept = new WeakMap<EditionCorpus, Corpus>();
  const single = (edition: OpenEdition): Corpus => {
    const corpus = kept.get(edition.corpus) ?? combinedCorpus(state, async () => [edition], single);
    kept.set(edition.corpus, corpus);
    return corpus;
  };
  return single;
}

async function readRules(opened: readonly OpenEdition[]): Promise<Rules> {
  const read = await Promise.all(opened.map(({ corpus }) => corpus.rules()));
  return {
    manifests: opened.map(({ manifest }) => manifest),
    entities: firstById(read.flatMap(({ entities }) => entities)),
    measures: firstById(read.flatMap(({ measures }, i) => written({ measures, vocabulary: opened[i]!.vocabulary }))),
  };
}

/**
 * An imported pack was checked when it came; a later version of the program may be stricter. What it cannot read says nothing:
 * the other packs are not to suffer for it.
 */
function written(pack: Parameters<typeof measuresWithVocabulary>[0]): Rules['measures'] {
  try {
    return measuresWithVocabulary(pack);
  } catch {
    return [];
  }
}
