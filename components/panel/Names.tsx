import { useEffect, useState } from 'preact/hooks';
import type { MentionItem, Report } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { dismissKey, EntityFacts } from '../card/EntityCard.tsx';
import type { NamedHere } from './order.ts';

interface NamesProps {
  report: Report;
  names: readonly NamedHere[];
  words: Words;
  /** Id of the entity to open, from a card. */
  focus?: string;
  onShow(mention: MentionItem): void;
  /** The forms in which the page names it are somebody else's. Absent where nothing is kept back. */
  onDismiss?(named: NamedHere): void;
}

/** Positions shown for a name: the panel has room for all that a pack usually holds. */
const PANEL_STANCES = 8;

/** Where the panel scrolls to for a name. */
export const nameElementId = (id: string): string => `name-${id}`;

function NameDetails({ named, report, words, onShow, onDismiss }: NamesProps & { named: NamedHere }) {
  const [next, setNext] = useState(0);
  const entity = report.entities[named.id];
  const n = named.mentions.length;
  const show = () => {
    const mention = named.mentions[next];
    if (mention) onShow(mention);
    setNext((next + 1) % n);
  };
  return (
    <article class="block" id={`details-${named.id}`} aria-labelledby={`title-${named.id}`}>
      <div class="block__head">
        <h3 id={`title-${named.id}`}>
          <bdi lang={entity?.language}>{named.name}</bdi>
        </h3>
        {entity?.country && entity.country.name !== named.name && (
          <bdi class="chip chip--plain chip--other" lang={entity.language}>
            {entity.country.name}
          </bdi>
        )}
      </div>
      {entity && <EntityFacts entity={entity} documents={report.documents} words={words} limit={PANEL_STANCES} />}
      <div class="actions">
        <button type="button" class="link" onClick={show}>
          {n > 1 ? words.t('panel.show-nth', { k: next + 1, n }) : words.t('panel.show-on-page')}
        </button>
        {onDismiss && (
          <button type="button" class="link" onClick={() => onDismiss(named)}>
            {words.t(dismissKey(entity?.kind ?? ''))}
          </button>
        )}
      </div>
    </article>
  );
}

/** Every name of the page with how often it stands there; one opens at a time. */
export function Names(props: NamesProps) {
  const { names, words, focus } = props;
  const [open, setOpen] = useState<string | undefined>(focus);
  useEffect(() => {
    if (focus) setOpen(focus);
  }, [focus]);
  const opened = names.find((named) => named.id === open);
  return (
    <>
      <ul class="names">
        {names.map(({ id, name, mentions }) => (
          <li key={id}>
            <button
              type="button"
              class="name"
              id={nameElementId(id)}
              aria-expanded={open === id}
              aria-label={words.t('panel.name-times', { name, n: mentions.length })}
              onClick={() => setOpen(open === id ? undefined : id)}
            >
              <bdi>{name}</bdi> <i>{mentions.length}</i>
            </button>
          </li>
        ))}
      </ul>
      {opened && <NameDetails key={opened.id} {...props} named={opened} />}
    </>
  );
}
