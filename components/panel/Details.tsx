import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { figureOf } from '../../utils/dismissals.ts';
import type { Item, Report } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { Reach, Reasons } from '../card/ItemCard.tsx';
import { toneOf } from '../parts/Chip.tsx';
import { dateOf, groupSources, outletOf, quoteLanguage } from '../parts/groups.ts';
import { OpenLink, SourceList, ValueList } from '../parts/Sources.tsx';
import { ScaleViews } from '../scale/ScaleViews.tsx';
import { ExportMenu } from './export/ExportMenu.tsx';
import type { ExportFormat } from './export/request.ts';

/** Rows shown before the reader asks for every source. */
const PANEL_ROWS = 5;

/** What stands beside an item that is no part of the report: the reader's own pages. */
export interface ItemExtras {
  /** A few words beside its verdict. */
  hint(item: Item): ComponentChildren;
  /** Under its sources. */
  under(item: Item): ComponentChildren;
}

/** Plain text, or Markdown with links. */
export type CopyAs = 'plain' | 'markdown';

export interface ItemActions {
  beside?: ItemExtras;
  onShow(item: Item): void;
  onExport(item: Item, format: ExportFormat): void;
  onCopy(item: Item, as: CopyAs): void;
  /** Absent where nothing is kept back: in a draft. */
  onDismiss?(item: Item, dismissed: boolean): void;
}

interface DetailsProps extends ItemActions {
  item: Item;
  report: Report;
  words: Words;
  /** It is kept back: here is where that is taken back. */
  dismissed?: boolean;
}

/** The page's own words, marked as on the page, and who it has them from. */
function ThisPage({ item, report, words }: Pick<DetailsProps, 'item' | 'report' | 'words'>) {
  const modality = item.modality === 'reported' ? undefined : words.t(`modality.${item.modality}`);
  const meta = [words.t('card.this-page'), item.speaker?.text, modality].filter(Boolean).join(' · ');
  return (
    <p class="thispage">
      <small>
        <bdi>{meta}</bdi>
      </small>
      <bdi class="thispage__words" lang={report.page.language}>
        {item.surface}
      </bdi>
    </p>
  );
}

/** Each source by itself: its words, who said it, what it counted, and the link. */
function EverySource({ item, report, words }: Pick<DetailsProps, 'item' | 'report' | 'words'>) {
  return (
    <ul class="every">
      {item.against.map((one) => {
        const date = dateOf(one, report.documents);
        const outlet = outletOf(one, report.documents);
        const modality = one.modality === 'reported' ? undefined : words.t(`modality.${one.modality}`);
        const ours = [one.saidBy, one.wording].filter(Boolean).join(' · ');
        const detail = [one.origin && words.t('sources.via', { origin: one.origin }), modality].filter(Boolean);
        return (
          <li key={one.claim} class="every__row">
            <span>
              <b>
                <bdi>{outlet}</bdi>
              </b>
              <span class="quiet"> · {date ? words.date(date) : words.t('sources.unknown-date')}</span>
              <br />
              <bdi lang={quoteLanguage(one, report.documents)}>
                {one.surfaceIsOurs ? one.surface : words.t('sources.quote', { text: one.surface })}
              </bdi>
              <span class="quiet"> · {words.t(`pair.${one.verdict}`)}</span>
              {(ours || detail.length > 0) && (
                <bdi class="quiet every__detail">
                  {ours && <span lang={item.language}>{ours}</span>}
                  {ours && detail.length > 0 && ' · '}
                  {detail.join(' · ')}
                </bdi>
              )}
            </span>
            <OpenLink url={one.url} outlet={outlet} words={words} />
          </li>
        );
      })}
    </ul>
  );
}

/** Everything the panel knows of an item: the page's words, the scale, the sources, why, and what to do with it. */
export function Details(props: DetailsProps) {
  const { item, report, words, beside, dismissed = false, onShow, onCopy, onExport, onDismiss } = props;
  const [every, setEvery] = useState(false);
  const { documents } = report;
  const groups = groupSources(item.against, documents);
  const canShowEvery = groups.length > PANEL_ROWS || groups.some((group) => group.all.length > 1);
  const contradicting = report.items.filter((other) => item.selfConflicts?.includes(other.id));
  const list = { item, documents, words, limit: PANEL_ROWS };
  return (
    <div class={`details tone--${toneOf(item)}`}>
      <ThisPage item={item} report={report} words={words} />
      {!item.reason && item.summary && <p class="block__summary">{item.summary}</p>}
      {item.kind === 'figure' && <ScaleViews item={item} report={report} words={words} />}
      {item.against.length > 0 && (item.kind === 'figure' ? <SourceList {...list} roomy /> : <ValueList {...list} />)}
      {canShowEvery && (
        <>
          <button type="button" class="link" aria-expanded={every} onClick={() => setEvery(!every)}>
            {every ? words.t('panel.fewer') : words.t('panel.each-source', { n: item.against.length })}
          </button>
          {every && <EverySource item={item} report={report} words={words} />}
        </>
      )}
      {contradicting.map((other) => (
        <p class="why" key={other.id}>
          {words.t('panel.page-contradicts', { what: words.t('sources.quote', { text: other.surface }) })}{' '}
          <button type="button" class="link" onClick={() => onShow(other)}>
            {words.t('panel.show-on-page')}
          </button>
        </p>
      ))}
      <Reasons item={item} words={words} />
      <Reach item={item} words={words} />
      {beside?.under(item)}
      <div class="actions">
        <button type="button" class="link" onClick={() => onShow(item)}>
          {words.t('panel.show-on-page')}
        </button>
        <button type="button" class="link" onClick={() => onCopy(item, 'plain')}>
          {words.t('panel.copy')}
        </button>
        <button type="button" class="link" onClick={() => onCopy(item, 'markdown')}>
          {words.t('panel.copy-markdown')}
        </button>
        {item.against.length > 0 && (
          <ExportMenu item={item} words={words} onExport={(format) => onExport(item, format)} />
        )}
        {onDismiss && figureOf(item) && (
          <button type="button" class="link" onClick={() => onDismiss(item, !dismissed)}>
            {dismissed ? words.t('dismiss.undo') : words.t('dismiss.figure')}
          </button>
        )}
      </div>
    </div>
  );
}
