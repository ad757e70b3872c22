import { useState } from 'preact/hooks';
import { NOTHING_DISMISSED, withoutDismissed } from '../../utils/dismissals.ts';
import type { Focus } from '../../utils/extension/protocol.ts';
import type { Place } from '../../utils/language/types.ts';
import type { Words } from '../../utils/words/types.ts';
import type { ItemActions } from './Details.tsx';
import { Dismissed, dismissedForms, dismissedText, JustDismissed, undoItemId, undoNameId } from './Dismissed.tsx';
import type { PanelEvents } from './events.ts';
import { Filter } from './Filter.tsx';
import { fitsItem, fitsName, NO_FILTER, needsFilter } from './filter.ts';
import { Conflict, Lines } from './Items.tsx';
import { Names } from './Names.tsx';
import { Banner } from './Notice.tsx';
import { namesHere, orderItems } from './order.ts';
import { Related } from './Related.tsx';
import type { PanelState } from './state.ts';
import { useDismissing } from './use-dismissing.ts';

interface ThisPageProps extends Omit<ItemActions, 'onDismiss'> {
  state: Extract<PanelState, { view: 'report' }>;
  host: string | null;
  words: Words;
  focus?: Focus;
  onShowPlace(place: Place): void;
  onReadAgain(): void;
  onAllowSite(): void;
  /** Absent where nothing is kept back: in a draft. */
  onDismiss?: PanelEvents['onDismiss'];
}

/** The view of a page that was read: conflicts, other figures, names, related reporting, what was dismissed. */
export function ThisPage({
  state,
  host,
  words,
  focus,
  onShowPlace,
  onReadAgain,
  onAllowSite,
  onDismiss,
  ...actions
}: ThisPageProps) {
  const { report, stale, memory, once, dismissed: here = NOTHING_DISMISSED } = state;
  const { t } = words;
  const [filter, setFilter] = useState(NO_FILTER);
  const dismissing = useDismissing(report, here, onDismiss);
  const shown = withoutDismissed(report, here);
  const isHere = (id: string) => here.items.includes(id);

  // What was just dismissed keeps its place, as one line with the way back.
  const listed = orderItems(report.items.filter((item) => !isHere(item.id) || dismissing.isFresh(item.id)));
  const { unlisted } = orderItems(shown.items);
  const fits = (item: (typeof report.items)[number]) => fitsItem(item, filter) || item.id === focus?.item;
  const conflicts = listed.conflicts.filter(fits);
  const others = listed.others.filter(fits);
  const names = namesHere(shown).filter(
    ({ id, name, mentions }) =>
      fitsName([name, ...mentions.map(({ surface }) => surface)], filter) || id === focus?.entity,
  );
  const forms = dismissedForms(report, here);
  const isFiltered = filter.text.trim() !== '' || filter.kind !== null;
  const items = { ...actions, onDismiss: onDismiss && dismissing.item, report, words, focus: focus?.item };
  return (
    <>
      {memory !== undefined && <Banner>{t('state.memory.text', { reason: memory })}</Banner>}
      {once && host && (
        <Banner action={{ label: t('state.once.action'), run: onAllowSite }}>{t('state.once.text', { host })}</Banner>
      )}
      {stale && <Banner action={{ label: t('action.read-again'), run: onReadAgain }}>{t('state.stale.text')}</Banner>}
      {needsFilter(shown) && (
        <Filter
          filter={filter}
          items={[...listed.conflicts, ...listed.others]}
          left={conflicts.length + others.length + names.length}
          words={words}
          onFilter={setFilter}
        />
      )}
      {conflicts.length > 0 && (
        <section class="section" aria-labelledby="heading-conflicts">
          <h2 id="heading-conflicts">{t('panel.conflicts')}</h2>
          {conflicts.map((item) =>
            isHere(item.id) ? (
              <JustDismissed
                key={item.id}
                id={undoItemId(item.id)}
                text={dismissedText(item, words)}
                words={words}
                onUndo={() => dismissing.item(item, false)}
              />
            ) : (
              <Conflict key={item.id} item={item} {...items} />
            ),
          )}
        </section>
      )}
      {(others.length > 0 || (!isFiltered && (unlisted > 0 || conflicts.length === 0))) && (
        <section class="section" aria-labelledby="heading-figures">
          <h2 id="heading-figures">{conflicts.length > 0 ? t('panel.other-figures') : t('panel.figures-heading')}</h2>
          {others.length > 0 && <Lines items={others} {...items} />}
          {conflicts.length + others.length === 0 && (
            <p class="empty">{here.items.length > 0 ? t('panel.no-conflicts') : t('panel.no-figures')}</p>
          )}
          {unlisted > 0 && !isFiltered && <p class="quiet section__note">{t('panel.unlisted', { n: unlisted })}</p>}
        </section>
      )}
      {(names.length > 0 || dismissing.freshNames.length > 0) && (
        <section class="section" aria-labelledby="heading-names">
          <h2 id="heading-names">{t('panel.names')}</h2>
          <Names
            report={shown}
            names={names}
            words={words}
            focus={focus?.entity}
            onShow={onShowPlace}
            onDismiss={onDismiss && dismissing.name}
          />
          {dismissing.freshNames.map(({ entity, mentions, text }) => (
            <JustDismissed
              key={entity}
              id={undoNameId(entity)}
              text={t('panel.dismissed-name', text)}
              words={words}
              onUndo={() => dismissing.undoName(mentions)}
            />
          ))}
        </section>
      )}
      {report.related.length > 0 && !isFiltered && (
        <section class="section" aria-labelledby="heading-related">
          <h2 id="heading-related">
            {t('panel.related')} <span class="section__count">{t('panel.sources', { n: report.related.length })}</span>
          </h2>
          <Related report={report} words={words} focus={focus?.document} />
        </section>
      )}
      <Dismissed
        key={focus?.item}
        {...items}
        items={report.items.filter((item) => isHere(item.id))}
        forms={forms}
        onUndoName={(form) => dismissing.undoName(form.mentions)}
      />
    </>
  );
}
