import type { Exactness, Verdict } from '../../utils/report.ts';
import type { CardWords } from '../../utils/words/card-words.ts';
import { Sign, type SignName } from './Icon.tsx';

/** Amber asks for attention, yellow for a second look; none of them says who is right. */
export type Tone = 'conflict' | 'tension' | 'agree' | 'other';

const LOOK: Record<Verdict, [Tone, SignName]> = {
  conflicts: ['conflict', 'unequal'],
  'sources differ': ['conflict', 'fork'],
  strained: ['tension', 'barely'],
  'changed since': ['tension', 'clock'],
  agrees: ['agree', 'equal'],
  'as last reported': ['agree', 'clock'],
  'only here': ['other', 'single'],
};

export interface Judged {
  verdict: Verdict;
  exactness?: Exactness;
}

/** A figure that agrees in fewer digits asks for a second look, and no more. */
const isLessExact = ({ verdict, exactness }: Judged) => verdict === 'agrees' && exactness === 'less exact';

export const toneOf = (item: Judged): Tone => (isLessExact(item) ? 'tension' : LOOK[item.verdict][0]);

/** The verdict in one or two words, as the chip shows it. */
export const verdictWord = (item: Judged, words: CardWords): string =>
  isLessExact(item) ? words.t('exactness.less exact') : words.t(`verdict.${item.verdict}`);

/** Verdict as word, sign and tint. */
export function VerdictChip({ item, words }: { item: Judged; words: CardWords }) {
  return (
    <span class={`chip chip--${toneOf(item)}`}>
      <Sign name={isLessExact(item) ? 'about' : LOOK[item.verdict][1]} />
      {verdictWord(item, words)}
    </span>
  );
}

/** In the place of the verdict, once it was dismissed. */
export function DismissedChip({ words }: { words: CardWords }) {
  return <span class="chip chip--other">{words.t('dismiss.chip')}</span>;
}
