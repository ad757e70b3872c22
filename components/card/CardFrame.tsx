import type { ComponentChildren } from 'preact';
import type { CardWords } from '../../utils/words/card-words.ts';
import { Tool } from '../parts/Icon.tsx';

/** What every card needs from the one who shows it. Events go out; the card keeps no state. */
export interface CardEvents {
  onClose(): void;
  /** The reader wants the card to stay (true) or to close by itself again. */
  onPin(pinned: boolean): void;
  /** Absent where a click on a page cannot open the panel (Firefox): the card then names the shortcut. */
  onSeeAll?(): void;
  /** Keep this back here and wherever it comes up again (true), or show it again. Absent where nothing is kept. */
  onDismiss?(dismissed: boolean): void;
}

export interface CardLook {
  words: CardWords;
  pinned: boolean;
  /** It is kept back: the card is the place to take that back. */
  dismissed?: boolean;
  /** The keys that open the side panel, as the browser writes them. */
  shortcut?: string;
  theme?: 'system' | 'light' | 'dark';
  /** A card beside the mark, or a sheet at the lower edge for touch. */
  form?: 'float' | 'sheet';
  /** A screen reader is to hear what the card shows: it came by a key, and focus is elsewhere. */
  spoken?: boolean;
  /** Id of the title; needed where several cards share a document. */
  titleId?: string;
}

/** What can be dismissed at a card, in words. */
export interface Dismissable {
  /** "Not a conflict". */
  label: string;
  /** What is so once it is dismissed. */
  done: string;
}

export type FrameProps = CardLook &
  CardEvents & {
    title: string;
    subtitle?: string;
    /** Of the title, and of the subtitle, where they are the pack's words. */
    language?: string;
    subtitleLanguage?: string;
    chip?: ComponentChildren;
    /** The card in a breath: what is said of it where `spoken` asks for that. */
    gist: string;
    /** Absent where there is nothing to dismiss. */
    dismissable?: Dismissable;
    children: ComponentChildren;
  };

/**
 * A body that does not fit its card scrolls, and keys scroll only what they can reach. Whether it fits is known after the
 * card got its place.
 */
function keepReachable(body: HTMLElement | null) {
  if (!body || typeof ResizeObserver === 'undefined') return undefined;
  const watch = new ResizeObserver(() => {
    if (body.scrollHeight > body.clientHeight) body.tabIndex = 0;
    else body.removeAttribute('tabindex');
  });
  watch.observe(body);
  return () => watch.disconnect();
}

/** The card's one live region: what it shows, what was dismissed. There before it says anything, so that it is heard. */
function Status({ dismissed, dismissable, spoken, gist }: FrameProps) {
  // In a picture of a card nothing is ever said.
  if (!dismissable && spoken === undefined) return null;
  const note = dismissed && dismissable?.done;
  return (
    <p role="status" class={note ? 'card__note' : 'sr'}>
      {note || (spoken && gist)}
    </p>
  );
}

/** One button that stays where it is, so that focus does too. */
function DismissButton({ dismissed = false, dismissable, words, onDismiss }: FrameProps) {
  if (!dismissable || !onDismiss) return null;
  return (
    <button type="button" class="link" onClick={() => onDismiss(!dismissed)}>
      {dismissed ? words.t('dismiss.undo') : dismissable.label}
    </button>
  );
}

/** The frame of every card: a dialog that is not modal, named by its title. Left to right on pages of any direction. */
export function CardFrame(props: FrameProps) {
  const { words, pinned, shortcut, theme = 'system', form = 'float', titleId = 'title', title, chip } = props;
  const { t } = words;
  return (
    <div
      class={`theme card card--${form}`}
      data-theme={theme === 'system' ? undefined : theme}
      role="dialog"
      // A press on its text takes focus here: what is copied then is copied from the card, whatever the page does with keys.
      tabIndex={-1}
      aria-labelledby={titleId}
      dir="ltr"
      lang={words.locale}
    >
      <div class="card__head">
        <div class="card__name">
          <h2 class="card__title" id={titleId}>
            <bdi lang={props.language}>{title}</bdi>
          </h2>
          {chip}
        </div>
        <div class="card__tools">
          <button
            type="button"
            class="tool"
            aria-pressed={pinned}
            aria-label={t('card.pin')}
            title={pinned ? t('card.unpin') : t('card.pin')}
            onClick={() => props.onPin(!pinned)}
          >
            <Tool name="pin" />
          </button>
          <button
            type="button"
            class="tool"
            aria-label={t('card.close')}
            title={t('card.close')}
            onClick={() => props.onClose()}
          >
            <Tool name="close" />
          </button>
        </div>
      </div>
      <div class="card__body" ref={keepReachable}>
        {props.subtitle && (
          <p class="card__subtitle quiet">
            <bdi lang={props.subtitleLanguage}>{props.subtitle}</bdi>
          </p>
        )}
        {props.children}
      </div>
      <Status {...props} />
      <div class="card__foot">
        {props.onSeeAll ? (
          <span class="card__see-all">
            <button type="button" class="link" onClick={() => props.onSeeAll?.()}>
              {t('card.see-all')}
            </button>
            {shortcut && <kbd>{shortcut}</kbd>}
          </span>
        ) : (
          shortcut && <span class="quiet">{t('card.see-all-by-key', { shortcut })}</span>
        )}
        <DismissButton {...props} />
      </div>
    </div>
  );
}
