import { Fragment } from 'preact';
import type { DocumentInfo, Item } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { toneOf } from '../parts/Chip.tsx';
import { groupBy, outletOf } from '../parts/groups.ts';
import { DOT_RADIUS } from './dots.ts';
import type { Stretch } from './numbers.ts';
import { At, percent, readsAs } from './Scale.tsx';
import { datedSources, layoutTime, PAGE_LABEL_GAP, type TimeLayout, type TimeMark } from './time-layout.ts';

export interface TimeScaleProps {
  item: Item;
  documents: Readonly<Record<string, DocumentInfo>>;
  /** When what the page says held; null where that is not known. */
  pageDate: string | null;
  words: Words;
}

/** An upright interval: an end stroke where the words set an end, an arrow where they set none. */
function Bar({ x, bar, look }: { x: number; bar: Stretch; look: string }) {
  const { from, to, openLow, openHigh } = bar;
  return (
    <>
      <line x1={percent(x)} x2={percent(x)} y1={from} y2={to} class={look} />
      <At x={x} y={from} d={openLow ? 'M-4 -6L0 0L4 -6' : 'M-4 0H4'} class={look} />
      <At x={x} y={to} d={openHigh ? 'M-4 6L0 0L4 6' : 'M-4 0H4'} class={look} />
    </>
  );
}

function Source({ mark }: { mark: TimeMark }) {
  const { x, y, bar, about, span, n } = mark;
  const top = y ?? bar?.to ?? 0;
  return (
    <g>
      {span && y !== undefined && (
        <line x1={percent(span.from)} x2={percent(span.to)} y1={y} y2={y} class="scale__span" />
      )}
      {bar && <Bar x={x} bar={bar} look="scale__stretch" />}
      {y !== undefined && (
        <circle
          cx={percent(x)}
          cy={y}
          r={about ? DOT_RADIUS - 0.75 : DOT_RADIUS}
          class={about ? 'scale__other scale__other--about' : 'scale__other'}
        />
      )}
      {n > 1 && (
        <text x={percent(x)} y={top - 7} text-anchor="middle" class="scale__count">
          {`×${n}`}
        </text>
      )}
    </g>
  );
}

/** This page's number as a line through all days, and its mark on its own day. */
function ThisPage({ page, layout, text }: { page: TimeLayout['page']; layout: TimeLayout; text: string }) {
  const { x, y, bar, halo, middle, label } = page;
  const line = <line x1={percent(layout.left)} x2="100%" y1={middle} y2={middle} class="scale__page-line" />;
  if (x === null)
    return (
      <g>
        {line}
        <text x="100%" y={middle - 5} text-anchor="end" class="scale__page-label">
          {text}
        </text>
      </g>
    );
  return (
    <g>
      {line}
      {halo && (
        <svg x={percent(x)} y={halo.to} overflow="visible" aria-hidden="true">
          <rect x="-4" width="8" height={halo.from - halo.to} rx="4" class="scale__halo" />
        </svg>
      )}
      {bar && <Bar x={x} bar={bar} look="scale__page--stretch" />}
      {y !== undefined && <At x={x} y={y} d="M0 -6L6 0L0 6L-6 0z" class="scale__page" />}
      <svg x={percent(x)} y={middle} overflow="visible" aria-hidden="true">
        <text
          x={label.anchor === 'end' ? -PAGE_LABEL_GAP : PAGE_LABEL_GAP}
          y={label.dy}
          text-anchor={label.anchor}
          class="scale__page-label"
        >
          {text}
        </text>
      </svg>
    </g>
  );
}

/** "35 (4 Sep 2025 – 7 Jan 2026)": each figure with its dates. */
function timeSummary({ item, documents, words }: TimeScaleProps): string {
  const groups = groupBy(datedSources(item, documents), (one) => one.display);
  const others = groups.map((group) =>
    words.t('time.with-dates', { what: group[0]?.display ?? '', dates: words.dates(group.map(({ iso }) => iso)) }),
  );
  return words.t('scale.summary', { page: item.display, others: words.list(others) });
}

/** The same figures as a table, oldest first, with this page where its date puts it. */
function TableTwin({ item, documents, pageDate, words }: TimeScaleProps) {
  const { t } = words;
  const sources = datedSources(item, documents);
  const before = pageDate ? sources.filter(({ iso }) => iso <= pageDate).length : sources.length;
  const page = (
    <tr>
      <th scope="row">{pageDate ? words.date(pageDate) : t('sources.unknown-date')}</th>
      <td>{t('card.this-page')}</td>
      <td>{item.surface}</td>
      <td>{item.quantity && readsAs(item.quantity, words)}</td>
    </tr>
  );
  return (
    <div class="sr">
      <table>
        <caption>{t('time.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time.date')}</th>
            <th scope="col">{t('scale.source')}</th>
            <th scope="col">{t('scale.says')}</th>
            <th scope="col">{t('scale.reads-as')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((one, i) => (
            <Fragment key={one.claim}>
              {i === before && page}
              <tr>
                <th scope="row">{words.date(one.iso)}</th>
                <td>{outletOf(one, documents)}</td>
                <td>{one.surface}</td>
                <td>{readsAs(one.quantity, words)}</td>
              </tr>
            </Fragment>
          ))}
          {before === sources.length && page}
        </tbody>
      </table>
    </div>
  );
}

/** Figures of a measure that changes: days across, values up, intervals upright, this page marked. With a table twin. */
export function TimeScale(props: TimeScaleProps) {
  const { item, documents, pageDate, words } = props;
  const unit = item.quantity?.unit;
  const amount = (value: number) => words.amount(value, unit);
  const here = words.t('scale.this-page');
  const layout = layoutTime(item, documents, pageDate, amount, here);
  if (!layout) return null;
  const { height, left, bottom, values, dates, marks, page } = layout;
  return (
    <figure class={`scale tone--${toneOf(item)}`}>
      <svg class="scale__plot" height={height} role="img" aria-label={timeSummary(props)}>
        {values.map(({ y, value }) => (
          <g key={value}>
            <line x1={percent(left)} x2="100%" y1={y} y2={y} class="scale__grid" />
            <text x="0" y={y + 4}>
              {amount(value)}
            </text>
          </g>
        ))}
        <line x1={percent(left)} x2="100%" y1={bottom} y2={bottom} class="scale__axis" />
        {dates.map(({ x, iso }) => (
          <g key={iso}>
            <line x1={percent(x)} x2={percent(x)} y1={bottom} y2={bottom + 3} class="scale__axis" />
            <text x={percent(x)} y={bottom + 16} text-anchor="middle">
              {words.date(iso)}
            </text>
          </g>
        ))}
        {marks.map((mark, i) => (
          <Source key={i} mark={mark} />
        ))}
        <ThisPage page={page} layout={layout} text={page.x === null ? words.t('time.undated', { what: here }) : here} />
      </svg>
      <TableTwin {...props} />
    </figure>
  );
}
