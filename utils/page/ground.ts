/** What a text stands on, as far as styles tell. */
import { type Colour, over, readColour } from './colour-values.ts';

/** Layers more transparent than this are no ground by themselves; together with what is below they are. */
const OPAQUE = 0.95;

export type Styles = (element: Element) => CSSStyleDeclaration;

/**
 * The colour behind the text of an element; `canvas` where nothing is painted. Null where a picture is, or a gradient: its
 * colours are nobody's to know. One that only fills the letters is no ground.
 */
export function groundOf(element: Element, styles: Styles, canvas: Colour): Colour | null {
  const layers: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor, backgroundImage, backgroundClip } = styles(at);
    const fillsLetters = backgroundClip.includes('text');
    if (backgroundImage !== 'none' && !fillsLetters) return null;
    const colour = readColour(backgroundColor);
    if (!colour || colour.a === 0 || fillsLetters) continue;
    layers.push(colour);
    if (colour.a >= OPAQUE) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), canvas);
}

/** Through shadow roots, and through the slot that an element is drawn in. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? ('host' in root ? (root as ShadowRoot).host : null);
}
