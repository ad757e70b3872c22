import css from '../../components/card/card.css?inline';
import { drawCard } from './draw.tsx';
import { putCards } from './place.ts';

/** Makes the cards known to the reader of this page. */
export const offerCards = (): void => putCards({ draw: drawCard, css });
