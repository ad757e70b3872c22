import { type DocumentInfo, type Item, isConflict } from '../../utils/report.ts';
import type { CardWords } from '../../utils/words/card-words.ts';
import { DismissedChip, toneOf, VerdictChip, verdictWord } from '../parts/Chip.tsx';
import { Emphasis } from '../parts/Emphasis.tsx';
import { hiddenSources, SourceList, ValueList } from '../parts/Sources.tsx';
import { Scale } from '../scale/Scale.tsx';
import { type CardEvents, CardFrame, type CardLook } from './CardFrame.tsx';

/** Rows of sources a card shows: more would make it a page of its own. */
export const CARD_ROWS = 3;

export interface ItemCardProps extends CardLook, CardEvents {
  item: Item;
  documents: Readonly<Record<string, DocumentInfo>>;
}

/** Positions are all of one measure: the country tells them apart. */
const isOfCountry = (item: Item): boolean => item.kind === 'stance' && item.scopeLabel !== undefined;

/** What is counted, or whose position it is; the words of the page where that is not known. */
export const titleOf = (item: Item): string => (isOfCountry(item) ? item.scopeLabel : item.label) ?? item.surface;

/** The words of the page stand where nothing else is known: of those the browser knows the language. */
export const titleLanguage = ({ label, language }: Item): string | undefined => (label === null ? undefined : language);

/** Dates and places of a figure are written in the reader's language. */
export const subtitleLanguage = (item: Item): string | undefined => (isOfCountry(item) ? item.language : undefined);

/** What narrows the title: the meeting, the period; the kind of position. */
export const subtitleOf = (item: Item): string | undefined =>
  isOfCountry(item) ? (item.label ?? undefined) : item.scopeLabel;

/** Why the figure is flagged, and what it is easily taken for. */
export function Reasons({ item, words }: { item: Item; words: CardWords }) {
  return (
    <>
      {item.reason && (
        <p class="why">
          <Emphasis text={item.reason} item={item} />
        </p>
      )}
      {item.mixUp && (
        <p class="mix-up">
          {words.t('card.mix-up')} <Emphasis text={item.mixUp.text} item={item} />
        </p>
      )}
    </>
  );
}

/** How new the newest source on this is, and how far the pack reaches; nothing where neither is known. */
export function Reach({ item, words }: { item: Item; words: CardWords }) {
  const { newest, reach } = item;
  if (!newest && !reach) return null;
  const date = newest ? words.date(newest) : '';
  return (
    <p class="reach quiet">
      {newest && reach && newest !== reach
        ? words.t('card.newest', { date, reach: words.date(reach) })
        : newest
          ? words.t('card.newest-alone', { date })
          : words.t('card.reach', { reach: words.date(reach ?? '') })}
    </p>
  );
}

/** The card of a figure, a fact or a stance. */
export function ItemCard({ item, documents, ...frame }: ItemCardProps) {
  const { words } = frame;
  const numeric = item.kind === 'figure';
  // What a source says a second time, in round words, is for the panel; so is another time, where there are sources of this.
  const once = item.against.filter((one) => !one.secondary);
  const near = once.filter((one) => !one.far);
  const listed = { ...item, against: near.length > 0 && numeric ? near : once };
  const hidden = hiddenSources(listed, documents, CARD_ROWS) + once.length - listed.against.length;
  return (
    <CardFrame
      {...frame}
      title={titleOf(item)}
      language={titleLanguage(item)}
      subtitleLanguage={subtitleLanguage(item)}
      subtitle={subtitleOf(item)}
      gist={`${[titleOf(item), subtitleOf(item), verdictWord(item, words)].filter(Boolean).join('. ')}. ${item.summary}`}
      chip={frame.dismissed ? <DismissedChip words={words} /> : <VerdictChip item={item} words={words} />}
      dismissable={
        isConflict(item.verdict) && item.measure !== null
          ? { label: words.t('dismiss.figure'), done: words.t('dismiss.figure-done') }
          : undefined
      }
    >
      <div class={`tone--${toneOf(item)}`}>
        <p class="card__summary">
          <Emphasis text={item.summary} item={item} />
        </p>
        {numeric && <Scale item={listed} documents={documents} words={words} />}
        {item.against.length > 0 &&
          (numeric ? (
            <SourceList item={listed} documents={documents} words={words} limit={CARD_ROWS} />
          ) : (
            <ValueList item={listed} documents={documents} words={words} limit={CARD_ROWS} />
          ))}
        {numeric && hidden > 0 && <p class="card__more quiet">{words.t('card.more-groups', { n: hidden })}</p>}
        <Reasons item={item} words={words} />
        <Reach item={item} words={words} />
      </div>
    </CardFrame>
  );
}
