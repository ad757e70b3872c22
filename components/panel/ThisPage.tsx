import type { Focus } from '../../utils/extension/protocol.ts';
import type { Place } from '../../utils/language/types.ts';
import type { Words } from '../../utils/words/types.ts';
import type { ItemActions } from './Details.tsx';
import { Conflict, Lines } from './Items.tsx';
import { Names } from './Names.tsx';
import { Banner } from './Notice.tsx';
import { orderItems } from './order.ts';
import { Related } from './Related.tsx';
import type { PanelState } from './state.ts';

interface ThisPageProps extends ItemActions {
  state: Extract<PanelState, { view: 'report' }>;
  host: string | null;
  words: Words;
  focus?: Focus;
  onShowPlace(place: Place): void;
  onReadAgain(): void;
  onAllowSite(): void;
}

/** The view of a page that was read: conflicts, other figures, names, related reporting. */
export function ThisPage({
  state,
  host,
  words,
  focus,
  onShowPlace,
  onReadAgain,
  onAllowSite,
  ...actions
}: ThisPageProps) {
  const { report, stale, memory, once } = state;
  const { t } = words;
  const { conflicts, others, unlisted } = orderItems(report.items);
  const items = { ...actions, report, words, focus: focus?.item };
  return (
    <>
      {memory !== undefined && <Banner>{t('state.memory.text', { reason: memory })}</Banner>}
      {once && host && (
        <Banner action={{ label: t('state.once.action'), run: onAllowSite }}>{t('state.once.text', { host })}</Banner>
      )}
      {stale && <Banner action={{ label: t('action.read-again'), run: onReadAgain }}>{t('state.stale.text')}</Banner>}
      {conflicts.length > 0 && (
        <section class="section" aria-labelledby="heading-conflicts">
          <h2 id="heading-conflicts">{t('panel.conflicts')}</h2>
          {conflicts.map((item) => (
            <Conflict key={item.id} item={item} {...items} />
          ))}
        </section>
      )}
      {(others.length > 0 || unlisted > 0 || conflicts.length === 0) && (
        <section class="section" aria-labelledby="heading-figures">
          <h2 id="heading-figures">{conflicts.length > 0 ? t('panel.other-figures') : t('panel.figures-heading')}</h2>
          {others.length > 0 && <Lines items={others} {...items} />}
          {conflicts.length + others.length === 0 && <p class="empty">{t('panel.no-figures')}</p>}
          {unlisted > 0 && <p class="quiet section__note">{t('panel.unlisted', { n: unlisted })}</p>}
        </section>
      )}
      {report.mentions.length > 0 && (
        <section class="section" aria-labelledby="heading-names">
          <h2 id="heading-names">{t('panel.names')}</h2>
          <Names report={report} words={words} focus={focus?.entity} onShow={onShowPlace} />
        </section>
      )}
      {report.related.length > 0 && (
        <section class="section" aria-labelledby="heading-related">
          <h2 id="heading-related">
            {t('panel.related')} <span class="section__count">{t('panel.sources', { n: report.related.length })}</span>
          </h2>
          <Related report={report} words={words} focus={focus?.document} />
        </section>
      )}
    </>
  );
}
