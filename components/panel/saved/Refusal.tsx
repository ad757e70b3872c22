import type { Refused } from '../../../utils/extension/protocol.ts';
import type { Words } from '../../../utils/words/types.ts';
import { Brand } from '../../parts/Brand.tsx';
import { refusalText, refusalTitle } from './refusals.ts';

interface RefusalProps {
  refused: Refused;
  words: Words;
  /** Absent where trying again cannot help. */
  onRetry?(): void;
  onBack?(): void;
}

/** Nothing can be kept or taken: why, and what helps. */
export function Refusal({ refused, words, onRetry, onBack }: RefusalProps) {
  const { t } = words;
  const mayHelp = refused.why === 'failed' || refused.why === 'preparing' || refused.why === 'full';
  return (
    <section class="notice" role="alert">
      <Brand size={36} />
      <h2>{refusalTitle(refused, words)}</h2>
      <p>{refusalText(refused, words)}</p>
      {refused.reason && <p class="notice__reason">{t('state.reason', { reason: refused.reason })}</p>}
      <div class="actions">
        {onRetry && mayHelp && (
          <button type="button" class="button" onClick={onRetry}>
            {t('action.try-again')}
          </button>
        )}
        {onBack && (
          <button type="button" class="link" onClick={onBack}>
            {t('saved.back')}
          </button>
        )}
      </div>
    </section>
  );
}
