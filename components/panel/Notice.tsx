import type { ComponentChildren } from 'preact';
import type { Words } from '../../utils/words/types.ts';
import { Brand } from '../parts/Brand.tsx';
import type { PanelEvents } from './events.ts';
import type { PanelState, Unsupported } from './state.ts';

interface NoticeText {
  title: string;
  text: string;
  reason?: string;
  action?: { label: string; run(): void };
}

export type QuietState = Exclude<PanelState, { view: 'report' }>;

/** "Bulgarian" for "bg"; the tag itself where the browser does not know it. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function unsupportedText(why: Unsupported, { t }: Words): string {
  if (why === 'browser') return t('state.unsupported.browser');
  return why === 'pdf' ? t('state.unsupported.pdf') : t('state.unsupported.other');
}

/** Title, text and remedy of every state without a report. */
export function noticeText(state: QuietState, host: string, words: Words, events: PanelEvents): NoticeText {
  const { t } = words;
  switch (state.view) {
    case 'loading':
      return { title: t('state.loading.title'), text: t('state.loading.text') };
    case 'scanning':
      return { title: t('state.scanning.title'), text: t('state.scanning.text') };
    case 'preparing':
      return { title: t('state.preparing.title'), text: t('state.preparing.text') };
    case 'off-topic':
      return {
        title: t('state.off-topic.title'),
        text:
          state.topics.length > 0
            ? t('state.off-topic.text', { topics: words.list(state.topics) })
            : t('state.off-topic.text-plain'),
        action: { label: t('action.read-again'), run: () => events.onReadAgain() },
      };
    case 'unavailable':
      return {
        title: t('state.unavailable.title'),
        text: t('state.unavailable.remedy'),
        reason: state.reason,
        action: { label: t('action.try-again'), run: () => events.onRetryCorpus() },
      };
    case 'off-site':
      return {
        title: t('state.off.title', { host }),
        text: t('state.off.text'),
        action: { label: t('state.off.action'), run: () => events.onSwitchSite(true) },
      };
    case 'off-everywhere':
      return {
        title: t('state.off-everywhere.title'),
        text: t('state.off-everywhere.text'),
        action: { label: t('state.off-everywhere.action'), run: () => events.onSwitchEverywhere(true) },
      };
    case 'no-access':
      // Without access the browser does not say which page it is, so it can be asked for all pages or for none.
      if (!host)
        return {
          title: t('state.no-access-hidden.title'),
          text: t('state.no-access-hidden.text'),
          action: { label: t('state.no-access-hidden.action'), run: () => events.onAllowSite() },
        };
      return {
        title: t('state.no-access.title', { host }),
        text: t('state.no-access.text'),
        action: { label: t('state.no-access.action'), run: () => events.onAllowSite() },
      };
    case 'unsupported':
      return { title: t('state.unsupported.title'), text: unsupportedText(state.why, words) };
    case 'unread-language':
      return {
        title: t('state.language.title'),
        text: t('state.language.text', { language: languageName(state.language, words.locale) }),
      };
    case 'failed':
      return {
        title: t('state.failed.title'),
        text: t('state.failed.text'),
        reason: state.reason,
        action: { label: t('action.read-again'), run: () => events.onReadAgain() },
      };
  }
}

/** Grey shapes where cards will stand; nothing moves. */
function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <div class="skeleton__card" />
      <div class="skeleton__card skeleton__card--low" />
    </div>
  );
}

function Progress({ done, of, words }: { done: number; of: number; words: Words }) {
  const label = words.t('state.preparing.progress', { done, total: of });
  return (
    <p class="progress">
      <progress max={Math.max(1, of)} value={done} aria-label={label} />
      <span class="quiet">{label}</span>
    </p>
  );
}

interface NoticeProps {
  state: QuietState;
  host: string | null;
  words: Words;
  events: PanelEvents;
}

/** A state without a report: what is so, why, and what can be done. */
export function Notice({ state, host, words, events }: NoticeProps) {
  const { title, text, reason, action } = noticeText(state, host ?? '', words, events);
  const waiting = state.view === 'loading' || state.view === 'scanning';
  return (
    <section class={`notice notice--${state.view}`} aria-busy={waiting}>
      {!waiting && <Brand size={36} />}
      <h2>{title}</h2>
      <p>{text}</p>
      {reason && <p class="notice__reason">{words.t('state.reason', { reason })}</p>}
      {state.view === 'preparing' && <Progress done={state.done} of={state.of} words={words} />}
      {action && (
        <button type="button" class="button" onClick={() => action.run()}>
          {action.label}
        </button>
      )}
      {waiting && <Skeleton />}
    </section>
  );
}

/** A line above the report: something the reader should know before reading on. */
export function Banner({ children, action }: { children: ComponentChildren; action?: { label: string; run(): void } }) {
  return (
    <div class="banner">
      <p>{children}</p>
      {action && (
        <button type="button" class="link" onClick={() => action.run()}>
          {action.label}
        </button>
      )}
    </div>
  );
}
