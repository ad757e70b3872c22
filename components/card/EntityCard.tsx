import type { DocumentInfo, EntityInfo, StanceLine } from '../../utils/report.ts';
import type { CardWords } from '../../utils/words/card-words.ts';
import { DismissedChip } from '../parts/Chip.tsx';
import { upperFirst } from '../parts/text.ts';
import { type CardEvents, CardFrame, type CardLook } from './CardFrame.tsx';

/** Positions a card shows, newest first. */
const CARD_STANCES = 3;

export interface EntityCardProps extends CardLook, CardEvents {
  entity: EntityInfo;
  /** The words of the page that are taken for it. */
  surface: string;
  documents: Readonly<Record<string, DocumentInfo>>;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function StanceRow({
  stance,
  language,
  documents,
  words,
}: { stance: StanceLine; language?: string; words: CardWords } & Pick<EntityCardProps, 'documents'>) {
  const name = documents[stance.document]?.outlet;
  const outlet = name && stance.more > 0 ? words.t('sources.and-more', { outlet: name, n: stance.more }) : name;
  const source = upperFirst([stance.saidBy, outlet].filter(Boolean).join(' · '));
  return (
    <li class="stance">
      {stance.asOf ? (
        <time dateTime={stance.asOf}>{words.date(stance.asOf)}</time>
      ) : (
        <span class="stance__when">{words.t('sources.unknown-date')}</span>
      )}
      <span>
        <span lang={language}>
          <b>{upperFirst(stance.display)}</b>
          {stance.detail && `: ${stance.detail}`}
        </span>
        {source && (
          <bdi class="quiet">
            <br />
            {source}
          </bdi>
        )}
      </span>
    </li>
  );
}

/** Who it is, as of the page's date, and where they stand. Shared by the card and the panel. */
export function EntityFacts({
  entity,
  documents,
  words,
  limit,
}: Pick<EntityCardProps, 'entity' | 'documents'> & { words: CardWords; limit: number }) {
  const { language } = entity;
  const newestFirst = [...entity.stances].sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''));
  const hidden = Math.max(0, newestFirst.length - limit);
  return (
    <>
      <p class="card__summary">
        {entity.role && <bdi lang={language}>{sentence(entity.role)} </bdi>}
        {words.t('card.in-sources', { n: entity.sources, of: entity.sourcesOf })}
      </p>
      {entity.description && (
        <p class="card__summary" lang={language}>
          {entity.description}
        </p>
      )}
      {newestFirst.length > 0 && (
        <ul class="stances">
          {newestFirst.slice(0, limit).map((stance) => (
            <StanceRow
              key={`${stance.document} ${stance.asOf} ${stance.value}`}
              stance={stance}
              language={language}
              documents={documents}
              words={words}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && <p class="card__more quiet">{words.t('card.more-stances', { n: hidden })}</p>}
    </>
  );
}

/** How the doubt is worded: people are somebody, everything else is something. */
export const dismissKey = (kind: string) => (kind === 'person' ? 'dismiss.person' : 'dismiss.other');

/** The card of a name. */
export function EntityCard({ entity, surface, documents, ...frame }: EntityCardProps) {
  const { words } = frame;
  const country = entity.country && entity.country.name !== entity.name ? entity.country.name : undefined;
  return (
    <CardFrame
      {...frame}
      title={entity.name}
      language={entity.language}
      gist={[entity.name, entity.role ?? country].filter(Boolean).join('. ')}
      dismissable={{
        label: words.t(dismissKey(entity.kind)),
        done: words.t('dismiss.name-done', { form: surface }),
      }}
      chip={
        frame.dismissed ? (
          <DismissedChip words={words} />
        ) : (
          country && (
            <bdi class="chip chip--plain chip--other" lang={entity.language}>
              {country}
            </bdi>
          )
        )
      }
    >
      <EntityFacts entity={entity} documents={documents} words={words} limit={CARD_STANCES} />
    </CardFrame>
  );
}
