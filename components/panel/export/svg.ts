/** Writing SVG as text: escaped words, lines that are broken to a width. Pure. */

/** Average glyph of a sans-serif face, in parts of its size; a little wide, so that nothing is cut on other machines. */
const GLYPH = 0.54;
const BOLD_GLYPH = 0.58;
/** Letters of these alphabets are as wide as they are high. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What XML has no place for: control characters, halves of pairs, and two that are no characters. */
const NOT_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

export interface TextLook {
  size: number;
  fill: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

/** Width of a text in pixels, about. */
export function widthOf(text: string, { size, bold }: Pick<TextLook, 'size' | 'bold'>): number {
  const glyph = bold ? BOLD_GLYPH : GLYPH;
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : glyph;
  return width * size;
}

/** Lines of at most `width` pixels; a word that is longer than a line is broken. */
export function wrap(text: string, width: number, look: Pick<TextLook, 'size' | 'bold'>): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string) => widthOf(more, look) <= width;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (fits(line ? `${line} ${word}` : word)) {
      line = line ? `${line} ${word}` : word;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const character of word) {
      if (line && !fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line ? [...lines, line] : lines;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** An element; attributes are escaped, `inner` is SVG already. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, inner = ''): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`,
  );
  return inner ? `<${name}${list.join('')}>${inner}</${name}>` : `<${name}${list.join('')}/>`;
}

export const textAt = (x: number, y: number, text: string, { size, fill, bold, anchor }: TextLook): string =>
  element(
    'text',
    { x, y, 'font-size': size, fill, ...(bold && { 'font-weight': 600 }), ...(anchor && { 'text-anchor': anchor }) },
    escapeXml(text),
  );
