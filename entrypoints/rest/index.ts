/**
 * All of the background that a page's first answer does not need: the database's library, installing packs, saved pages, the
 * ledger, suggestions. A script of its own, loaded when one of these is asked for.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { suggestFor } from '../../corpus/suggest.ts';
import type { Protocol } from '../../utils/extension/protocol.ts';
import { savedRequests } from '../../utils/extension/saved-schemas.ts';
import { restRequests } from '../../utils/extension/schemas.ts';
import { analyse, checkDraft } from './analyse.ts';
import { corpusHere, corpusState, detailsOfPack, prepareCorpus, renewPacks } from './corpus.ts';
import { answerLedger } from './ledger.ts';
import { putRest, type RestHandlers, type RestName } from './place.ts';
import { savedHandlers } from './saved.ts';

const handlers: RestHandlers = {
  'check-draft': checkDraft,
  'corpus-state': corpusState,
  'packs-changed': renewPacks,
  'prepare-packs': renewPacks,
  ledger: answerLedger,
  'pack-details': detailsOfPack,
  'reinstall-corpus': async () => {
    const corpus = await corpusHere().reinstall();
    await prepareCorpus();
    return { corpus };
  },
  ...savedHandlers,
};
const schemas = { ...restRequests, ...savedRequests };

export default defineUnlistedScript(() =>
  putRest({
    async answer<N extends RestName>(name: N, body: unknown) {
      const parsed = schemas[name].safeParse(body);
      if (!parsed.success) throw new Error(`not understood: ${name}`);
      return (handlers[name] as (request: unknown) => Promise<Protocol[N]['answer']>)(parsed.data);
    },
    analyse,
    prepare: prepareCorpus,
    suggest: (query) => suggestFor(query, corpusHere().corpus),
  }),
);
