/** Computed colours as numbers, as far as legibility needs them. Pure. */

/** Red, green, blue and opacity, each from 0 to 1. */
export interface Colour {
  r: number;
  g: number;
  b: number;
  a: number;
}

export const WHITE: Colour = { r: 1, g: 1, b: 1, a: 1 };
/** What browsers draw on in dark schemes, roughly. */
export const NIGHT: Colour = { r: 0.07, g: 0.07, b: 0.07, a: 1 };

/**
 * From a computed colour. Of the notations that go by lightness only the lightness is taken, as a grey: what can be seen
 * on what hardly depends on more. Null where the notation is not known.
 */
export function readColour(text: string): Colour | null {
  let colour = known.get(text);
  if (colour === undefined) {
    colour = parseColour(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, colour);
  }
  return colour;
}

/** A page has few colours, and asks for them hundreds of times. */
const known = new Map<string, Colour | null>();
const MOST_KNOWN = 100;

function parseColour(text: string): Colour | null {
  const match = /^([a-z]+)\(\s*(?:(srgb|srgb-linear|display-p3)\s+)?([^)]*)\)$/.exec(text.trim());
  if (!match) return null;
  const [, notation, , inner] = match;
  const [a = 0, b = 0, c = 0, opacity = 1] = (inner ?? '')
    .split(/[\s,/]+/)
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part)))
    .map((n) => (Number.isFinite(n) ? n : 0));
  if (notation === 'rgb' || notation === 'rgba') return { r: a / 255, g: b / 255, b: c / 255, a: opacity };
  if (notation === 'color') return { r: a, g: b, b: c, a: opacity };
  if (notation === 'oklch' || notation === 'oklab') return grey(a ** 3, opacity);
  if (notation === 'lab' || notation === 'lch') return grey((((a <= 1 ? a * 100 : a) + 16) / 116) ** 3, opacity);
  return null;
}

/** `upper` laid over `lower`. */
export function over(upper: Colour, lower: Colour): Colour {
  const mix = (from: number, to: number): number => from * upper.a + to * (1 - upper.a);
  return {
    r: mix(upper.r, lower.r),
    g: mix(upper.g, lower.g),
    b: mix(upper.b, lower.b),
    a: upper.a + lower.a * (1 - upper.a),
  };
}

/** Contrast by WCAG, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const one = luminance(a);
  const other = luminance(b);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const luminance = ({ r, g, b }: Colour): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

/** The grey of this luminance. */
function grey(light: number, a: number): Colour {
  const v = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return { r: v, g: v, b: v, a };
}
