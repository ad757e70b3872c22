/** What the person reading dismissed on this page: never gone, only folded. */
import { useState } from 'preact/hooks';
import { type DismissedHere, isNameDismissed } from '../../utils/dismissals.ts';
import type { Item, MentionItem, Report } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { titleOf } from '../card/ItemCard.tsx';
import { groupBy } from '../parts/groups.ts';
import { Tool } from '../parts/Icon.tsx';
import { type ItemsProps, Lines } from './Items.tsx';

/** A form of a name with all its places. */
export interface DismissedForm {
  key: string;
  form: string;
  name: string;
  mentions: MentionItem[];
}

/** Names as they stand on the page, each form of each once. */
export function dismissedForms(report: Report, here: DismissedHere): DismissedForm[] {
  const gone = report.mentions.filter((mention) => isNameDismissed(mention, here));
  return groupBy(gone, ({ entity, surface }) => `${entity} ${surface.toLowerCase()}`).map((mentions) => {
    const { entity, surface } = mentions[0] as MentionItem;
    const name = report.entities[entity]?.name ?? entity;
    return { key: `${entity} ${surface.toLowerCase()}`, form: surface, name, mentions };
  });
}

export const undoItemId = (id: string): string => `undo-${id}`;
export const undoNameId = (entity: string): string => `undo-name-${entity}`;

/** In the place of what was just dismissed: one line, and the way back. */
export function JustDismissed({ id, text, words, onUndo }: { id: string; text: string; words: Words; onUndo(): void }) {
  return (
    <p class="block block--dismissed">
      <bdi>{text}</bdi>
      <button type="button" class="link" id={id} onClick={onUndo}>
        {words.t('dismiss.undo')}
      </button>
    </p>
  );
}

export const dismissedText = (item: Item, words: Words): string =>
  words.t('panel.dismissed-figure', { what: `${titleOf(item)}, ${item.display}` });

interface DismissedProps extends ItemsProps {
  items: readonly Item[];
  forms: readonly DismissedForm[];
  onUndoName(form: DismissedForm): void;
}

/** How many, and behind it each with all that is known of it. */
export function Dismissed({ items, forms, onUndoName, ...rest }: DismissedProps) {
  const { words } = rest;
  const [open, setOpen] = useState(items.some((item) => item.id === rest.focus));
  const n = items.length + forms.length;
  if (n === 0) return null;
  return (
    <section class="section" aria-labelledby="heading-dismissed">
      <h2 class="fold">
        <button
          type="button"
          id="heading-dismissed"
          class="fold__button"
          aria-expanded={open}
          aria-controls="dismissed"
          onClick={() => setOpen(!open)}
        >
          {words.t('panel.dismissed', { n })}
          <Tool name="down" />
        </button>
      </h2>
      <div id="dismissed" hidden={!open}>
        {open && (
          <>
            {items.length > 0 && <Lines {...rest} items={items} dismissed />}
            {forms.length > 0 && (
              <ul class="block block--lines">
                {forms.map((form) => (
                  <li key={form.key} class="line line--name">
                    <bdi>{words.t('panel.dismissed-name', { form: form.form, name: form.name })}</bdi>
                    <button type="button" class="link" onClick={() => onUndoName(form)}>
                      {words.t('dismiss.undo')}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <p class="quiet section__note">{words.t('panel.dismissed-hint')}</p>
          </>
        )}
      </div>
    </section>
  );
}
