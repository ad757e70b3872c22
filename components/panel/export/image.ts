/**
 * A comparison as one image that can be read alone: what is counted, what this page says, the scale, why, and every source
 * with its date. An SVG as text, on white in either theme: it will stand in somebody's document. Pure.
 */
import type { Against } from '../../../utils/report.ts';
import { subtitleOf, titleOf } from '../../card/ItemCard.tsx';
import { type Tone, toneOf, verdictWord } from '../../parts/Chip.tsx';
import { dateOf, outletOf } from '../../parts/groups.ts';
import { DOT_RADIUS } from '../../scale/dots.ts';
import type { Label } from '../../scale/labels.ts';
import { layoutScale, type ScaleLayout } from '../../scale/layout.ts';
import { independent, type Stretch } from '../../scale/numbers.ts';
import { scaleTexts } from '../../scale/Scale.tsx';
import type { ExportRequest } from './request.ts';
import { element, escapeXml, type TextLook, textAt, widthOf, wrap } from './svg.ts';

export const IMAGE_WIDTH = 680;
const MARGIN = 32;
const INNER = IMAGE_WIDTH - 2 * MARGIN;
/** Sources that are named one by one; with more the image would be a list with a picture. The rest is counted. */
const MOST_SOURCES = 24;
/** Where the sources' names begin, after their figures. */
const FIGURE_COLUMN = 110;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** The light theme's colours: an image has no theme. */
const TEXT = '#1d1b18';
const QUIET = '#625d55';
const LINE = '#8d877c';
const OTHER = '#565d6b';
const MARK: Record<Tone, string> = { conflict: '#a33a00', tension: '#7a5a00', agree: '#1b5f6b', other: '#565d6b' };

const TITLE = { size: 19, fill: TEXT, bold: true };
const PLAIN = { size: 13, fill: TEXT };
const SMALL = { size: 12, fill: QUIET };
const LABEL = { size: 11, fill: QUIET };

/** Writes from the top down. */
class Sheet {
  readonly parts: string[] = [];
  y = MARGIN;

  lines(text: string, look: typeof PLAIN & { bold?: boolean }, x = MARGIN, width = INNER): void {
    for (const line of wrap(text, width, look)) {
      this.y += look.size * 1.4;
      this.parts.push(textAt(x, this.y, line, look));
    }
  }

  gap(pixels: number): void {
    this.y += pixels;
  }
}

function stretch({ from, to, openLow, openHigh }: Stretch, y: number, stroke: string, width: number): string {
  const [left, right] = [MARGIN + from * INNER, MARGIN + to * INNER];
  const path = (d: string) => element('path', { d, fill: 'none', stroke, 'stroke-width': width });
  return [
    path(`M${left} ${y}H${right}`),
    path(openLow ? `M${left + 6} ${y - 4}L${left} ${y}L${left + 6} ${y + 4}` : `M${left} ${y - 4}V${y + 4}`),
    path(openHigh ? `M${right - 6} ${y - 4}L${right} ${y}L${right - 6} ${y + 4}` : `M${right} ${y - 4}V${y + 4}`),
  ].join('');
}

const label = ({ x, dx, anchor, text }: Label, y: number, look: TextLook): string =>
  textAt(MARGIN + x * INNER + dx, y, text, { ...look, anchor });

/** The scale as in the panel, its parts of the width on the image's. */
function scale(layout: ScaleLayout, { item }: ExportRequest): string {
  const { axisY, ticks, lanes, dots, counts, page, more } = layout;
  const mark = MARK[toneOf(item)];
  const x = (part: number) => MARGIN + part * INNER;
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string) =>
    element('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1 });
  const parts = [line(MARGIN, axisY, MARGIN + INNER, axisY, LINE)];
  for (const tick of ticks) {
    parts.push(line(x(tick.x), axisY, x(tick.x), axisY + 3, LINE));
    if (tick.text) parts.push(textAt(x(tick.x), axisY + 15, tick.text, { ...LABEL, anchor: 'middle' }));
  }
  for (const lane of lanes) {
    if (lane.stretch) parts.push(stretch(lane.stretch, lane.y, OTHER, 2));
    if (lane.point !== undefined)
      parts.push(
        element('circle', {
          cx: x(lane.point),
          cy: lane.y,
          r: DOT_RADIUS - 0.5,
          fill: '#ffffff',
          stroke: OTHER,
          'stroke-width': 1.25,
          'stroke-dasharray': '2 1.6',
        }),
      );
    if (lane.label) parts.push(label(lane.label, lane.y + 4, LABEL));
  }
  if (more) parts.push(textAt(MARGIN + INNER, more.y + 4, more.text, { ...LABEL, anchor: 'end' }));
  for (const dot of dots)
    parts.push(
      element('circle', {
        cx: x(dot.x),
        cy: dot.y,
        r: dot.about ? DOT_RADIUS - 0.75 : DOT_RADIUS,
        fill: dot.about ? '#ffffff' : OTHER,
        stroke: OTHER,
        'stroke-width': dot.about ? 1.5 : 1,
      }),
    );
  for (const { x: at, y, n } of counts)
    parts.push(textAt(x(at), y, `×${n}`, { ...LABEL, fill: TEXT, bold: true, anchor: 'middle' }));
  const { halo, point, y } = page;
  if (halo)
    parts.push(
      element('rect', {
        x: x(halo.from),
        y: y - 4,
        width: (halo.to - halo.from) * INNER,
        height: 8,
        rx: 4,
        fill: mark,
        opacity: 0.22,
      }),
    );
  if (page.stretch) parts.push(stretch(page.stretch, y, mark, 2.5));
  if (point !== undefined) {
    parts.push(line(x(point), y, x(point), axisY, mark));
    parts.push(element('path', { d: `M${x(point)} ${y - 6}l6 6l-6 6l-6 -6z`, fill: mark }));
  }
  parts.push(label(page.label, page.label.above ? y - 10 : y + 4, { ...LABEL, fill: mark, bold: true }));
  return parts.join('');
}

/** "Harbour Herald, 4 Sep 2025: “26 states”, Emmanuel Macron". */
function sourceLine(one: Against, { report, words }: ExportRequest): string {
  const date = dateOf(one, report.documents);
  const quote = one.surfaceIsOurs ? one.surface : words.t('sources.quote', { text: one.surface });
  const head = [outletOf(one, report.documents), date ? words.date(date) : words.t('sources.unknown-date')].join(', ');
  const via = one.origin && words.t('sources.via', { origin: one.origin });
  return `${head}: ${[quote, one.saidBy, via].filter(Boolean).join(', ')} (${words.t(`pair.${one.verdict}`)})`;
}

/** The SVG, or null where the item has no scale. */
export function comparisonSvg(request: ExportRequest): string | null {
  const { item, report, page, words } = request;
  const { t } = words;
  const layout = layoutScale(item, scaleTexts(item, words));
  if (!layout) return null;
  const sheet = new Sheet();
  sheet.lines(titleOf(item), TITLE);
  const subtitle = subtitleOf(item);
  if (subtitle) sheet.lines(subtitle, SMALL);
  sheet.gap(4);
  const date = report.page.date ? words.dates([report.page.date.from, report.page.date.to]) : undefined;
  const where = [page.title, page.host, date].filter(Boolean).join(', ');
  sheet.lines(`${t('cite.this-page')}: ${t('sources.quote', { text: item.surface })} (${where})`, PLAIN);
  sheet.gap(18);
  sheet.parts.push(element('g', { transform: `translate(0 ${sheet.y})` }, scale(layout, request)));
  sheet.gap(layout.height + 4);
  sheet.lines([verdictWord(item, words), item.reason].filter(Boolean).join(': '), PLAIN);
  if (item.mixUp) sheet.lines(`${t('card.mix-up')} ${item.mixUp.text}`, SMALL);
  sheet.gap(10);

  const sources = independent(item.against);
  for (const one of sources.slice(0, MOST_SOURCES)) {
    const top = sheet.y;
    // A figure that is too wide for its column has a line of its own.
    const isWide = widthOf(one.display, { ...SMALL, bold: true }) > FIGURE_COLUMN - 12;
    sheet.lines(one.display, { ...SMALL, fill: TEXT, bold: true });
    if (!isWide) sheet.y = top;
    sheet.lines(sourceLine(one, request), SMALL, MARGIN + FIGURE_COLUMN, INNER - FIGURE_COLUMN);
    sheet.gap(3);
  }
  if (sources.length > MOST_SOURCES) sheet.lines(t('export.more-sources', { n: sources.length - MOST_SOURCES }), SMALL);
  sheet.gap(8);
  for (const pack of report.packs)
    sheet.lines(t('cite.note', { pack: pack.title, date: words.date(pack.newest) }), SMALL);

  const height = Math.ceil(sheet.y + MARGIN);
  const background = element('rect', { width: IMAGE_WIDTH, height, fill: '#ffffff' });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: IMAGE_WIDTH,
      height,
      viewBox: `0 0 ${IMAGE_WIDTH} ${height}`,
      'font-family': FONT,
      role: 'img',
      lang: words.locale,
    },
    [element('title', {}, escapeXml(titleOf(item))), background, ...sheet.parts].join(''),
  );
}
