/** How marks look. One rule per style and tone, for `::highlight()`, which takes few properties and no classes. */
import type { MarkStyle } from './mark-choice.ts';

/** Dark text stands on a light ground and light text on a dark one: so the text's own colour tells which marks can be seen. */
export type Tone = 'dark-text' | 'light-text';

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
    name: { line: 'underline dotted color-mix(in srgb, currentcolor 62%, transparent) 1.5px' },
    flash: { line: 'underline solid #a34a00 3px', ground: 'rgb(255 190 70 / .5)' },
  },
  'light-text': {
    conflict: { line: 'underline wavy #ffb872 1.5px', ground: 'rgb(255 160 60 / .22)' },
    tension: { line: 'underline dashed #f0cf6b 1.5px' },
    agree: { line: 'underline solid #86cdd8 1px' },
    name: { line: 'underline dotted color-mix(in srgb, currentcolor 62%, transparent) 1.5px' },
    flash: { line: 'underline solid #ffb872 3px', ground: 'rgb(255 160 60 / .45)' },
  },
};

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

/** The style sheet for a set of highlights. Nothing is painted in print. */
export function markCss(rules: readonly PaintRule[]): string {
  const normal = rules.map(({ style, tone, name }) => {
    const { line, ground } = LOOKS[tone][style];
    return `::highlight(${name}){text-decoration:${line};text-underline-offset:.18em${ground ? `;background-color:${ground}` : ''}}`;
  });
  const forced = rules.map(({ style, name }) => `::highlight(${name}){${FORCED[style]}}`);
  return `@media not print{${normal.join('')}}@media screen and (forced-colors:active){${forced.join('')}}`;
}

/** From a computed `color`. Unknown notations count as dark text, the commoner case. */
export function toneOfColor(color: string): Tone {
  const match = /^([a-z]+)\(\s*(?:(srgb|srgb-linear|display-p3)\s+)?([^)]*)\)$/.exec(color.trim());
  if (!match) return 'dark-text';
  const [, notation, , inner] = match;
  const numbers = (inner ?? '')
    .split(/[\s,/]+/)
    .map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part)));
  const [a = 0, b = 0, c = 0] = numbers.map((n) => (Number.isFinite(n) ? n : 0));
  // Perceived lightness is what matters, and a rough one will do: 0 black, 1 white.
  const luma = 0.299 * a + 0.587 * b + 0.114 * c;
  if (notation === 'rgb' || notation === 'rgba') return luma / 255 > 0.55 ? 'light-text' : 'dark-text';
  if (notation === 'color') return luma > 0.55 ? 'light-text' : 'dark-text';
  if (notation === 'oklch' || notation === 'oklab') return a > 0.65 ? 'light-text' : 'dark-text';
  if (notation === 'lab' || notation === 'lch') return a > 60 || (a <= 1 && a > 0.6) ? 'light-text' : 'dark-text';
  return 'dark-text';
}

/** A CSS identifier that no page can guess. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `h${[...bytes].map((byte) => byte.toString(36)).join('')}`;
}
