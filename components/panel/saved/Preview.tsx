import type { ChoiceProblem, DraftItem, SaveChoices, SaveDraft } from '../../../utils/extension/protocol.ts';
import type { Words } from '../../../utils/words/types.ts';
import { isoDay } from '../../parts/iso-day.ts';
import type { SavedEvents, SavedState } from './events.ts';
import { PreviewItem } from './PreviewItem.tsx';
import { refusalText } from './refusals.ts';
import { Stored } from './Stored.tsx';

type Shown = Extract<SavedState, { mode: 'preview' }>;

interface PreviewProps {
  shown: Shown;
  words: Words;
  events: Pick<SavedEvents, 'onChange' | 'onSave' | 'onBack' | 'missing'>;
}

/** Characters that are kept of a page, as the cut says. */
const charactersOf = (draft: SaveDraft): number => draft.blocks.reduce((sum, { text }) => sum + text.length, 0);
const wordsOf = (draft: SaveDraft): number =>
  draft.blocks.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);

interface FieldProps {
  name: ChoiceProblem;
  shown: Shown;
  words: Words;
  onChange(choices: SaveChoices): void;
}

/** One thing that the reader may put right, with what is amiss under it. */
function Field({ name, shown, words, onChange }: FieldProps) {
  const { choices, problems } = shown;
  const isBad = problems.includes(name);
  const hint = name === 'date' ? words.t('save.field.date-hint') : undefined;
  const note = isBad ? words.t(`save.problem.${name}`) : hint;
  return (
    <label class="field">
      <span class="field__label">{words.t(`save.field.${name}`)}</span>
      <input
        type="text"
        name={name}
        value={choices[name]}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={isBad}
        aria-describedby={note ? `save-${name}-note` : undefined}
        onInput={(event) => onChange({ ...choices, [name]: event.currentTarget.value })}
      />
      {note && (
        <span id={`save-${name}-note`} class={isBad ? 'field__problem' : 'quiet'}>
          {note}
        </span>
      )}
    </label>
  );
}

/** Everything that saving would keep, to be looked at and put right before it is. */
export function Preview({ shown, words, events }: PreviewProps) {
  const { draft, choices, busy, refused } = shown;
  const { t } = words;
  const isListed = (item: DraftItem) => item.measure !== null && item.said;
  const main = draft.items.filter(isListed);
  const others = draft.items.filter((item) => !isListed(item));
  const change = (item: DraftItem, choice: SaveChoices['items'][string]) =>
    events.onChange({ ...choices, items: { ...choices.items, [item.id]: choice } });
  const rows = (items: readonly DraftItem[]) => (
    <ul class="claims">
      {items.map((item) => (
        <PreviewItem
          key={item.id}
          item={item}
          choice={choices.items[item.id] ?? { keep: false, measure: null }}
          draft={draft}
          missing={events.missing(item)}
          words={words}
          onChoose={(choice) => change(item, choice)}
        />
      ))}
    </ul>
  );
  return (
    <form
      class="section preview"
      onSubmit={(event) => {
        event.preventDefault();
        events.onSave();
      }}
    >
      <h2>{t('save.title')}</h2>
      <p class="quiet">{t('save.lead')}</p>
      {draft.earlier && <p class="quiet">{t('save.replaces', { date: words.date(isoDay(draft.earlier.savedAt)) })}</p>}
      <Field name="title" shown={shown} words={words} onChange={events.onChange} />
      <Field name="outlet" shown={shown} words={words} onChange={events.onChange} />
      <Field name="date" shown={shown} words={words} onChange={events.onChange} />
      <dl class="facts">
        <dt>{t('save.field.address')}</dt>
        <dd>
          <bdi>{draft.url}</bdi>
        </dd>
        {draft.byline && (
          <>
            <dt>{t('save.field.byline')}</dt>
            <dd>
              <bdi>{draft.byline}</bdi>
            </dd>
          </>
        )}
      </dl>
      {draft.cut && <p class="preview__note">{t('save.cut', { n: charactersOf(draft) })}</p>}
      {!draft.read && <p class="preview__note">{t('save.unread')}</p>}
      <details class="fold">
        <summary>{t('save.text', { n: wordsOf(draft) })}</summary>
        <Stored blocks={draft.blocks} language={draft.language} />
      </details>
      <h3>{t('save.names')}</h3>
      {draft.names.length === 0 ? (
        <p class="quiet">{t('save.no-names')}</p>
      ) : (
        <ul class="names">
          {draft.names.map(({ entity, name, times }) => (
            <li key={entity} class="name">
              <bdi>{name}</bdi> <i>{times}</i>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('save.claims')}</h3>
      {main.length === 0 ? (
        <p class="quiet">{t('save.no-claims')}</p>
      ) : (
        <>
          <p class="quiet">{t('save.claims-hint')}</p>
          {rows(main)}
        </>
      )}
      {others.length > 0 && (
        <details class="fold">
          <summary>{t('save.others', { n: others.length })}</summary>
          <p class="quiet">{t('save.others-hint')}</p>
          {rows(others)}
        </details>
      )}
      {draft.more && <p class="preview__note">{t('save.more', { n: draft.items.length })}</p>}
      <div class="preview__end">
        {refused && (
          <p class="preview__refused" role="alert">
            {refusalText(refused, words)}
            {refused.reason && ` ${t('state.reason', { reason: refused.reason })}`}
          </p>
        )}
        <button type="submit" class="button" disabled={busy}>
          {t(draft.earlier ? 'save.replace' : 'save.save')}
        </button>
        <button type="button" class="link" onClick={() => events.onBack()}>
          {t('save.cancel')}
        </button>
      </div>
    </form>
  );
}
