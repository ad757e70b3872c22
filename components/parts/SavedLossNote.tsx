import type { SavedLoss } from '../../utils/extension/protocol.ts';
import type { Words } from '../../utils/words/types.ts';
import { isoDay } from './iso-day.ts';

/** What became of saved pages on a damaged disk, in sentences. */
export function lossSentences({ at, lost, kept }: SavedLoss, { t, date }: Words): string[] {
  return [
    t('saved.loss', { date: date(isoDay(at)) }),
    lost > 0 ? t('saved.loss.lost', { n: lost }) : t('saved.loss.none'),
    ...(kept > 0 ? [t('saved.loss.kept', { n: kept })] : []),
    ...(lost > 0 ? [t('saved.loss.remedy', { heading: t('data.heading') })] : []),
  ];
}

/** Stays until it is put aside: who does not look for a week must know all the same. */
export function SavedLossNote({
  loss,
  words,
  kind,
  onDismiss,
}: {
  loss: SavedLoss;
  words: Words;
  kind: 'banner' | 'card';
  onDismiss(): void;
}) {
  return (
    <div class={kind === 'banner' ? 'banner saved-loss' : 'packs__card saved-loss'}>
      <p>{lossSentences(loss, words).join(' ')}</p>
      <button type="button" class="link" onClick={onDismiss}>
        {words.t('saved.dismiss')}
      </button>
    </div>
  );
}
