/**
 * A first look at a page, before anything of it is read: its whole text as the browser gives it at once, with what is in no
 * article and what cannot be seen. Most pages end here, for little more than one read of `textContent`.
 */
import type { SliceClock } from './slices.ts';
import { isEditor } from './zones.ts';

/** How many elements between two looks at the clock. */
const CLOCK_EVERY = 1_024;
/** Shadow roots behind so many elements are not looked for: no article is there. */
const MOST_ELEMENTS = 50_000;

export interface FirstLook {
  text: string;
  /** Open shadow roots, whose text is in no other's. */
  roots: ShadowRoot[];
}

/** Text of the page and of its open shadow roots. Slots and order do not matter for a look for words. */
export async function firstLook(document: Document, clock: SliceClock): Promise<FirstLook> {
  if (isEditor(document)) return { text: '', roots: [] };
  const start = document.body ?? document.documentElement;
  const roots = await openRoots(start, clock);
  return { text: [start, ...roots].map((one) => one.textContent ?? '').join('\n'), roots };
}

async function openRoots(start: Element, clock: SliceClock): Promise<ShadowRoot[]> {
  const roots: ShadowRoot[] = [];
  if (start.shadowRoot) roots.push(start.shadowRoot);
  let seen = 0;
  // The list grows while it is gone through: roots hold roots.
  for (let next: Element | ShadowRoot | undefined = start, at = 0; next; next = roots[at++]) {
    const elements: ArrayLike<Element> = next === start ? start.getElementsByTagName('*') : next.querySelectorAll('*');
    for (let i = 0; i < elements.length && seen < MOST_ELEMENTS; i++, seen++) {
      const root = elements[i]?.shadowRoot;
      if (root) roots.push(root);
      if (seen % CLOCK_EVERY === CLOCK_EVERY - 1 && clock.due()) await clock.pause();
    }
  }
  return roots;
}
