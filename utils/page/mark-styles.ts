/** How marks look. One rule per style and tone, for `::highlight()`, which takes few properties and no classes. */
import { type Colour, contrast, NIGHT, over, readColour, WHITE } from './colour-values.ts';
import type { MarkStyle } from './mark-choice.ts';

/**
 * Dark text stands on a light ground and light text on a dark one: so the text's own colour tells which marks can be seen.
 * On a coloured ground, or on a picture, our colours may not be seen; the text's own can, or it could not be read.
 */
export type Tone = 'dark-text' | 'light-text' | 'own-colour';

/** `flash` shows a passage that the reader asked for. */
export type PaintStyle = MarkStyle | 'flash';

interface Look {
  line: string;
  ground?: string;
}

/**
 * Lines keep 3:1 against the grounds that go with the text's tone. Conflict and agreement differ in shape as well as in
 * colour. A conflict is amber, never red; agreement is teal, never green: no verdict by traffic light.
 */
const LOOKS: Record<Tone, Record<PaintStyle, Look>> = {
  'dark-text': {
    conflict: { line: 'underline wavy #a34a00 1.5px', ground: 'rgb(255 170 60 / .2)' },
    tension: { line: 'underline dashed #8a5f00 1.5px' },
    agree: { line: 'underline solid #1b6b78 1px' },
    name: { line: 'underline dotted rgb(0 0 0 / .56) 1.5px' },
    flash: { line: 'underline solid #a34a00 3px', ground: 'rgb(255 190 70 / .5)' },
  },
  'light-text': {
    conflict: { line: 'underline wavy #ffb872 1.5px', ground: 'rgb(255 160 60 / .22)' },
    tension: { line: 'underline dashed #f0cf6b 1.5px' },
    agree: { line: 'underline solid #86cdd8 1px' },
    name: { line: 'underline dotted rgb(255 255 255 / .62) 1.5px' },
    flash: { line: 'underline solid #ffb872 3px', ground: 'rgb(255 160 60 / .45)' },
  },
  // No `color-mix()` here: in these rules Chromium takes `currentcolor` inside it for the page's colour, not the text's.
  'own-colour': {
    conflict: { line: 'underline wavy currentcolor 2px' },
    tension: { line: 'underline dashed currentcolor 1.5px' },
    agree: { line: 'underline solid currentcolor 1px' },
    name: { line: 'underline dotted currentcolor 1px' },
    flash: { line: 'underline solid currentcolor 3px', ground: 'rgb(255 190 70 / .35)' },
  },
};

/** The same lines' colours, to be held against a ground. */
const LINES: Record<Exclude<Tone, 'own-colour'>, Record<PaintStyle, Colour>> = {
  'dark-text': linesOf(LOOKS['dark-text']),
  'light-text': linesOf(LOOKS['light-text']),
};
/** WCAG's, for what is drawn and not written. */
const LEGIBLE = 3;

/** In forced colours only the system's colours exist; the shape of the line says the rest. */
const FORCED: Record<PaintStyle, string> = {
  conflict: 'text-decoration:underline wavy MarkText 2px;background-color:Mark;color:MarkText',
  tension: 'text-decoration:underline dashed LinkText 2px',
  agree: 'text-decoration:underline solid CanvasText 1px',
  name: 'text-decoration:underline dotted CanvasText 1px',
  flash: 'text-decoration:underline solid HighlightText 3px;background-color:Highlight;color:HighlightText',
};

/** Which mark is painted over which where two cover the same text. */
export const PRIORITY: Record<PaintStyle, number> = { name: 0, agree: 1, tension: 2, conflict: 3, flash: 4 };

export interface PaintRule {
  style: PaintStyle;
  tone: Tone;
  /** The name in `CSS.highlights`: random, so that a page cannot look for it. */
  name: string;
}

/**
 * The style sheet for a set of highlights. Nothing is painted in print. `at` names the elements whose texts it is for: in Chromium what is
 * said of the root holds for all below it, and saying it of each makes every change of the page's styles take twice as long. The
 * distance of the line is in per cent, as these go by each text's own size.
 */
export function markCss(rules: readonly PaintRule[], at: ':root' | '*'): string {
  const normal = rules.map(({ style, tone, name }) => {
    const { line, ground } = LOOKS[tone][style];
    return `${at}::highlight(${name}){text-decoration:${line};text-underline-offset:18%${ground ? `;background-color:${ground}` : ''}}`;
  });
  const forced = rules.map(({ style, name }) => `${at}::highlight(${name}){${FORCED[style]}}`);
  return `@media not print{${normal.join('')}}@media screen and (forced-colors:active){${forced.join('')}}`;
}

/** From a computed `color`. Unknown notations count as dark text, the commoner case. */
export function toneOfColor(color: string): Exclude<Tone, 'own-colour'> {
  const text = readColour(color);
  // Perceived lightness is what matters, and a rough one will do: 0 black, 1 white.
  return text && 0.299 * text.r + 0.587 * text.g + 0.114 * text.b > LIGHT ? 'light-text' : 'dark-text';
}

const LIGHT = 0.55;
/** Letters more transparent than this are filled by something else: a gradient behind them. */
const SEE_THROUGH = 0.5;

/**
 * Which marks can be seen on a text of this computed `color`. `groundOn` tells the ground, drawn on the colour that is given
 * where nothing else is painted; null where it cannot be told.
 */
export function toneFor(style: PaintStyle, color: string, groundOn: (canvas: Colour) => Colour | null): Tone {
  const tone = toneOfColor(color);
  const text = readColour(color);
  if (!text) return tone;
  const ground = groundOn(tone === 'light-text' ? NIGHT : WHITE);
  if (text.a < SEE_THROUGH) return ground && contrast(ground, WHITE) > LEGIBLE ? 'light-text' : 'dark-text';
  // A ground that the text itself could not be read on is not the one it stands on.
  if (!ground || contrast(over(text, ground), ground) < LEGIBLE) return 'own-colour';
  return contrast(over(LINES[tone][style], ground), ground) < LEGIBLE ? 'own-colour' : tone;
}

/** The colours in which a tone's lines are drawn. */
function linesOf(looks: Record<PaintStyle, Look>): Record<PaintStyle, Colour> {
  const colourOf = ({ line }: Look): Colour => {
    const [, hex] = /#([0-9a-f]{6})/.exec(line) ?? [];
    if (!hex) return readColour(/rgb\([^)]*\)/.exec(line)?.[0] ?? '') ?? WHITE;
    const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    return { r, g, b, a: 1 };
  };
  return Object.fromEntries(Object.entries(looks).map(([style, look]) => [style, colourOf(look)])) as never;
}

/** A CSS identifier that no page can guess. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `h${[...bytes].map((byte) => byte.toString(36)).join('')}`;
}
