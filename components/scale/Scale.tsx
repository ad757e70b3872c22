import type { DocumentInfo, Item, QuantityValue } from '../../utils/report.ts';
import type { CardWords } from '../../utils/words/card-words.ts';
import { toneOf } from '../parts/Chip.tsx';
import { dateOf, groupBy, outletOf, quoteLanguage } from '../parts/groups.ts';
import { DOT_RADIUS } from './dots.ts';
import type { Label } from './labels.ts';
import type { Lane } from './lanes.ts';
import { layoutScale, type ScaleTexts } from './layout.ts';
import type { Stretch } from './numbers.ts';
import type { PageMark } from './page-mark.ts';

export interface ScaleProps {
  item: Item;
  documents: Readonly<Record<string, DocumentInfo>>;
  words: CardWords;
}

export const percent = (part: number): string => `${Math.round(part * 10000) / 100}%`;

/** A path drawn around a place given in percent; SVG paths themselves know no percent. */
export function At({ x, y, d, ...look }: { x: number; y: number; d: string; class: string }) {
  return (
    <svg x={percent(x)} y={y} overflow="visible" aria-hidden="true">
      <path d={d} {...look} />
    </svg>
  );
}

/** Words of the drawing, a number of pixels beside a place given in percent. */
function LabelAt({ label, y, look }: { label: Label; y: number; look?: string }) {
  return (
    <text x={percent(label.x)} y={y} dx={label.dx} text-anchor={label.anchor} class={look}>
      {label.text}
    </text>
  );
}

/** What the drawing says in words. */
export const scaleTexts = (item: Item, words: CardWords): ScaleTexts => ({
  page: words.t('scale.this-page'),
  dates: words.dates,
  amount: (value) => words.amount(value, item.quantity?.unit),
  more: (n) => words.t('scale.more', { n }),
});

/** A line with an end stroke where the words set an end, and an arrow where they set none. */
function StretchLine({ stretch, y, look }: { stretch: Stretch; y: number; look: string }) {
  const { from, to, openLow, openHigh } = stretch;
  return (
    <>
      <line x1={percent(from)} x2={percent(to)} y1={y} y2={y} class={look} />
      <At x={from} y={y} d={openLow ? 'M6 -4L0 0L6 4' : 'M0 -4V4'} class={look} />
      <At x={to} y={y} d={openHigh ? 'M-6 -4L0 0L-6 4' : 'M0 -4V4'} class={look} />
    </>
  );
}

function ThisPage({ page, axisY }: { page: PageMark; axisY: number }) {
  const { y, halo, point, stretch, label } = page;
  return (
    <g>
      {halo && (
        <rect
          x={percent(halo.from)}
          width={percent(halo.to - halo.from)}
          y={y - 4}
          height="8"
          rx="4"
          class="scale__halo"
        />
      )}
      {stretch && <StretchLine stretch={stretch} y={y} look="scale__page--stretch" />}
      {point !== undefined && (
        <>
          <line x1={percent(point)} x2={percent(point)} y1={y} y2={axisY} class="scale__page" />
          <At x={point} y={y} d="M0 -6L6 0L0 6L-6 0z" class="scale__page" />
        </>
      )}
      <LabelAt label={label} y={label.above ? y - 10 : y + 4} look="scale__page-label" />
    </g>
  );
}

function OtherLane({ lane }: { lane: Lane }) {
  return (
    <g>
      {lane.stretch && <StretchLine stretch={lane.stretch} y={lane.y} look="scale__stretch" />}
      {lane.point !== undefined && (
        <circle cx={percent(lane.point)} cy={lane.y} r={DOT_RADIUS - 0.5} class="scale__other scale__other--apart" />
      )}
    </g>
  );
}

/** "26 to 35", "more than …" as the interval that the words allow. */
export function readsAs(q: QuantityValue, words: CardWords): string {
  const amount = (value: number) => words.amount(value, q.unit);
  const { low, high } = q.hard;
  if (low !== null && high !== null)
    return low === high ? amount(low) : words.t('scale.from-to', { from: amount(low), to: amount(high) });
  if (low !== null) return words.t('scale.from', { from: amount(low) });
  return high === null ? '' : words.t('scale.to', { to: amount(high) });
}

/** The same figures as a table, for those who do not see the drawing. */
function TableTwin({ item, documents, words }: ScaleProps) {
  const { t } = words;
  // Around the table, not on it: Firefox draws a caption outside of its table's clip.
  return (
    <div class="sr">
      <table>
        <caption>{t('scale.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scale.source')}</th>
            <th scope="col">{t('scale.says')}</th>
            <th scope="col">{t('scale.reads-as')}</th>
            <th scope="col">{t('scale.compared')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('card.this-page')}</th>
            <td>{item.surface}</td>
            <td>{item.quantity && readsAs(item.quantity, words)}</td>
            <td />
          </tr>
          {item.against.map((one) => {
            const date = dateOf(one, documents);
            return (
              <tr key={one.claim}>
                <th scope="row">
                  {outletOf(one, documents)}
                  {date ? `, ${words.date(date)}` : ''}
                </th>
                <td lang={quoteLanguage(one, documents)}>{one.surface}</td>
                <td>{one.quantity && readsAs(one.quantity, words)}</td>
                <td>{t(`pair.${one.verdict}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** "This page: about 35. Other sources: 26 × 4, > 24." */
export function scaleSummary(item: Item, words: CardWords): string {
  const groups = groupBy(item.against, (one) => one.display);
  if (groups.length === 0) return words.t('scale.summary-alone', { page: item.display });
  const others = groups.map((group) => {
    const what = group[0]?.display ?? '';
    return group.length > 1 ? words.t('scale.times', { what, n: group.length }) : what;
  });
  return words.t('scale.summary', { page: item.display, others: words.list(others) });
}

/** This page and the other sources on one axis, with a table twin. Draws nothing where there is nothing to compare. */
export function Scale({ item, documents, words }: ScaleProps) {
  const layout = layoutScale(item, scaleTexts(item, words));
  if (!layout) return null;
  const { axisY, more } = layout;
  return (
    <figure class={`scale tone--${toneOf(item)}`}>
      <svg class="scale__plot" height={layout.height} role="img" aria-label={scaleSummary(item, words)}>
        <line x1="0" x2="100%" y1={axisY} y2={axisY} class="scale__axis" />
        {layout.ticks.map(({ x, value, text }) => (
          <g key={value}>
            <line x1={percent(x)} x2={percent(x)} y1={axisY} y2={axisY + 3} class="scale__axis" />
            {text && (
              <text x={percent(x)} y={axisY + 15} text-anchor="middle">
                {text}
              </text>
            )}
          </g>
        ))}
        {layout.lanes.map((lane) => (
          <OtherLane key={lane.y} lane={lane} />
        ))}
        {more && (
          <text x="100%" y={more.y + 4} text-anchor="end">
            {more.text}
          </text>
        )}
        {layout.dots.map(({ x, y, about }) => (
          <circle
            key={`${x} ${y}`}
            cx={percent(x)}
            cy={y}
            r={about ? DOT_RADIUS - 0.75 : DOT_RADIUS}
            class={about ? 'scale__other scale__other--about' : 'scale__other'}
          />
        ))}
        {layout.counts.map(({ x, y, n }) => (
          <text key={x} x={percent(x)} y={y} text-anchor="middle" class="scale__count">
            {`×${n}`}
          </text>
        ))}
        {/* After the dots: with wider spacing than ours words may reach one, and have to stay legible over it. */}
        {layout.lanes.map(({ label, y }) => label && <LabelAt key={y} label={label} y={y + 4} />)}
        <ThisPage page={layout.page} axisY={axisY} />
      </svg>
      <TableTwin item={item} documents={documents} words={words} />
    </figure>
  );
}
