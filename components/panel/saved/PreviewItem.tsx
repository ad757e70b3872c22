import type { DraftItem, ItemChoice, SaveDraft } from '../../../utils/extension/protocol.ts';
import type { Words } from '../../../utils/words/types.ts';

interface PreviewItemProps {
  item: DraftItem;
  choice: ItemChoice;
  draft: Pick<SaveDraft, 'measures' | 'labels'>;
  /** What the chosen measure asks for and the page does not say. */
  missing: readonly string[];
  words: Words;
  onChoose(choice: ItemChoice): void;
}

const MISSING = ['country', 'event', 'period'] as const;

/** One figure, fact or stance: keep it or not, what it counts, and where it stands. */
export function PreviewItem({ item, choice, draft, missing, words, onChoose }: PreviewItemProps) {
  const { t } = words;
  const asks = MISSING.find((key) => missing.includes(key));
  const modality = item.modality === 'reported' ? undefined : t(`modality.${item.modality}`);
  const meta = [
    choice.measure === item.measure ? item.scopeLabel : undefined,
    item.saidBy,
    item.asOf && t('save.as-of', { date: words.date(item.asOf) }),
    modality,
    item.said ? undefined : t('save.not-said'),
  ].filter(Boolean);
  return (
    <li class="claim">
      <label class="claim__keep">
        <input
          type="checkbox"
          checked={choice.keep}
          disabled={choice.measure === null}
          aria-label={t('save.keep', { what: item.words })}
          onChange={(event) => onChoose({ ...choice, keep: event.currentTarget.checked })}
        />
        <bdi class="line__figure">{item.display}</bdi>
      </label>
      {item.kind === 'figure' ? (
        <select
          class="claim__measure"
          aria-label={t('save.measure-of', { what: item.words })}
          value={choice.measure ?? ''}
          onChange={(event) => {
            const measure = event.currentTarget.value || null;
            onChoose({ measure, keep: measure !== null });
          }}
        >
          <option value="">{t('save.no-measure')}</option>
          {draft.measures.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <span class="claim__measure claim__measure--fixed">{draft.labels[item.measure ?? ''] ?? item.measure}</span>
      )}
      <p class="claim__context">
        <bdi>
          {item.before}
          <mark>{item.words}</mark>
          {item.after}
        </bdi>
      </p>
      {meta.length > 0 && (
        <p class="quiet claim__meta">
          <bdi>{meta.join(' · ')}</bdi>
        </p>
      )}
      {choice.keep && asks && <p class="claim__meta preview__note">{t(`save.missing.${asks}`)}</p>}
    </li>
  );
}
