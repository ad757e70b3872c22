/** What the panel shows: one state at a time, made from what the tab's reader, the corpus and the site's settings say. Pure. */
import type { DismissedHere } from '../../utils/dismissals.ts';
import type { CorpusState, ReaderState } from '../../utils/extension/protocol.ts';
import type { Report } from '../../utils/report.ts';

/** Why no extension may read a page. */
export type Unsupported = 'browser' | 'pdf' | 'other';

export type PanelState =
  /** The tab was asked and has not answered. */
  | { view: 'loading' }
  | { view: 'scanning' }
  | { view: 'preparing'; done: number; of: number }
  | { view: 'unavailable'; reason: string }
  /** Nothing found here; `topics` are the titles of the enabled packs. */
  | { view: 'off-topic'; topics: string[] }
  | { view: 'off-site' }
  | { view: 'off-everywhere' }
  | { view: 'no-access' }
  | { view: 'unsupported'; why: Unsupported }
  | { view: 'unread-language'; language: string }
  | { view: 'failed'; reason: string }
  /** `memory`: why the sources are served from memory. `once`: read at the reader's request, on a site that is not granted. */
  | {
      view: 'report';
      report: Report;
      /** What of it the person reading dismissed; absent where nothing was. */
      dismissed?: DismissedHere;
      title: string;
      stale: boolean;
      memory?: string;
      once?: boolean;
    };

/** What the browser and the settings say of the tab's site. */
export interface SiteState {
  /** Null where the page has no host: browser pages, files. */
  host: string | null;
  access: 'granted' | 'none' | Unsupported;
  offHere: boolean;
  offEverywhere: boolean;
  /** Read after a press of the button, on a site that is not granted and might be. */
  once?: boolean;
}

/**
 * The state for a tab. What the reader can act on comes first: a switch that is off, access that is missing; then the
 * corpus, without which no page can be compared; then the page.
 * @param reader null where the tab has not answered.
 */
export function panelState(
  site: SiteState,
  corpus: CorpusState,
  reader: ReaderState | null,
  topics: readonly string[] = [],
): PanelState {
  if (site.offEverywhere) return { view: 'off-everywhere' };
  if (site.access !== 'granted' && site.access !== 'none') return { view: 'unsupported', why: site.access };
  if (site.offHere) return { view: 'off-site' };
  if (site.access === 'none') return { view: 'no-access' };
  if (corpus.state === 'unavailable') return { view: 'unavailable', reason: corpus.reason };
  if (corpus.state === 'preparing') return { view: 'preparing', done: corpus.done, of: corpus.of };
  if (reader === null) return { view: 'loading' };
  switch (reader.state) {
    case 'scanning':
      return { view: 'scanning' };
    case 'off':
      // Where the site is known and is on, the page is about to follow.
      return { view: site.host === null ? 'off-site' : 'scanning' };
    case 'off-topic':
      return { view: 'off-topic', topics: [...topics] };
    case 'unread-language':
      return { view: 'unread-language', language: reader.language };
    case 'failed':
      return { view: 'failed', reason: reader.reason };
    case 'ready':
      return {
        view: 'report',
        report: reader.report,
        dismissed: reader.dismissed,
        title: reader.title,
        stale: reader.stale,
        memory: corpus.state === 'memory' ? corpus.reason : undefined,
        once: site.once,
      };
  }
}
