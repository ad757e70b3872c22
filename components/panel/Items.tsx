import { useEffect, useState } from 'preact/hooks';
import type { Item, Report } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { subtitleLanguage, subtitleOf, titleLanguage, titleOf } from '../card/ItemCard.tsx';
import { DismissedChip, VerdictChip } from '../parts/Chip.tsx';
import { Tool } from '../parts/Icon.tsx';
import { Details, type ItemActions } from './Details.tsx';

export interface ItemsProps extends ItemActions {
  report: Report;
  words: Words;
  /** Id of the item to open, from a card's "See all sources". */
  focus?: string;
  /** These are kept back. */
  dismissed?: boolean;
}

/** Where the panel scrolls to for an item. */
export const itemElementId = (id: string): string => `item-${id}`;

/** What sources do not share: open at once. */
export function Conflict({ item, ...rest }: ItemsProps & { item: Item }) {
  const subtitle = subtitleOf(item);
  return (
    <article class="block" id={itemElementId(item.id)} tabIndex={-1} aria-labelledby={`title-${item.id}`}>
      <div class="block__head">
        <h3 id={`title-${item.id}`}>
          <bdi lang={titleLanguage(item)}>{titleOf(item)}</bdi>
        </h3>
        <VerdictChip item={item} words={rest.words} />
      </div>
      {subtitle && (
        <p class="quiet">
          <bdi lang={subtitleLanguage(item)}>{subtitle}</bdi>
        </p>
      )}
      <Details item={item} {...rest} />
    </article>
  );
}

/** One line, which opens to the whole. */
function Line({ item, ...rest }: ItemsProps & { item: Item }) {
  const [open, setOpen] = useState(rest.focus === item.id);
  useEffect(() => {
    if (rest.focus === item.id) setOpen(true);
  }, [rest.focus, item.id]);
  const subtitle = subtitleOf(item);
  const detailsId = `details-${item.id}`;
  return (
    <li class="line">
      <h3>
        <button
          type="button"
          id={itemElementId(item.id)}
          class="line__button"
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpen(!open)}
        >
          <span class="line__text">
            <span class="line__what">
              {item.kind === 'figure' ? (
                <>
                  <bdi class="line__figure">{item.display}</bdi> <bdi lang={titleLanguage(item)}>{titleOf(item)}</bdi>
                </>
              ) : (
                <>
                  <bdi lang={titleLanguage(item)}>{titleOf(item)}</bdi>:{' '}
                  <bdi class="line__figure" lang={item.language}>
                    {item.display}
                  </bdi>
                </>
              )}
            </span>
            {rest.dismissed ? <DismissedChip words={rest.words} /> : <VerdictChip item={item} words={rest.words} />}
            {rest.beside?.hint(item)}
          </span>
          <Tool name="down" />
        </button>
      </h3>
      <div id={detailsId} hidden={!open}>
        {open && (
          <>
            {subtitle && (
              <p class="quiet">
                <bdi lang={subtitleLanguage(item)}>{subtitle}</bdi>
              </p>
            )}
            <Details item={item} {...rest} />
          </>
        )}
      </div>
    </li>
  );
}

/** The other figures, facts and stances as lines of one block. */
export function Lines({ items, ...rest }: ItemsProps & { items: readonly Item[] }) {
  return (
    <ul class="block block--lines">
      {items.map((item) => (
        <Line key={item.id} item={item} {...rest} />
      ))}
    </ul>
  );
}
