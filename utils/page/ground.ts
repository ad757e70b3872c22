/** What a text stands on, as far as styles tell. */
import { type Colour, over, readColour } from './colour-values.ts';

/** Layers more transparent than this are no ground by themselves; together with what is below they are. */
const OPAQUE = 0.95;

export type Styles = (element: Element) => CSSStyleDeclaration;

/**
 * The colour behind the text of an element; `canvas` where nothing is painted. Null where a picture is, or a gradient: its
 * colours are nobody's to know. One that only fills the letters is no ground.
 */
export type GroundOf = (element: Element, canvas: Colour) => Colour | null;

/** What one element paints behind its content. */
type Layer = Colour | 'nothing' | 'picture';

/** For one pass over the marks: each element is asked once, however many texts stand on it. Styles must not change meanwhile. */
export function groundsOnce(styles: Styles): GroundOf {
  const byCanvas = new Map<Colour, Map<Element, Colour | null>>();
  return (element, canvas) => {
    let known = byCanvas.get(canvas);
    if (!known) {
      known = new Map();
      byCanvas.set(canvas, known);
    }
    const climbed: { at: Element; layer: Layer }[] = [];
    let ground: Colour | null = canvas;
    for (let at: Element | null = element; at; at = parentOf(at)) {
      const below = known.get(at);
      if (below !== undefined) {
        ground = below;
        break;
      }
      const layer = layerOf(styles(at));
      climbed.push({ at, layer });
      if (layer === 'picture' || (layer !== 'nothing' && layer.a >= OPAQUE)) break;
    }
    for (let i = climbed.length - 1; i >= 0; i -= 1) {
      const { at, layer } = climbed[i]!;
      if (layer === 'picture') ground = null;
      else if (layer !== 'nothing') ground = ground && over(layer, ground);
      known.set(at, ground);
    }
    return ground;
  };
}

function layerOf(style: CSSStyleDeclaration): Layer {
  const colour = readColour(style.backgroundColor);
  const isPainted = colour !== null && colour.a !== 0;
  const isPicture = style.backgroundImage !== 'none';
  if ((!isPainted && !isPicture) || style.backgroundClip.includes('text')) return 'nothing';
  return isPicture ? 'picture' : colour!;
}

/** Through shadow roots, and through the slot that an element is drawn in. */
function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentElement;
  if (parent) return parent;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
