/** Where the reader finds the cards' script: both run in one world, which no page sees. */
import type { CardView } from '../../utils/page/page-view.ts';
import type { CardSettings } from './draw.tsx';

export interface Cards {
  /** Draws a card, draws it anew, or (null) takes it away; done when it returns. */
  draw(container: HTMLElement, view: CardView | null, settings: CardSettings): void;
  css: string;
}

const KEY = Symbol.for('second-source.cards');
const world = globalThis as { [KEY]?: Cards };

/** Null until the script is there. */
export const cardsHere = (): Cards | null => world[KEY] ?? null;

export function putCards(cards: Cards): void {
  world[KEY] = cards;
}
