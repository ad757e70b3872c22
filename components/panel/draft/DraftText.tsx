import type { Report } from '../../../utils/report.ts';
import type { Words } from '../../../utils/words/types.ts';
import { verdictWord } from '../../parts/Chip.tsx';
import { itemElementId } from '../Items.tsx';
import { nameElementId } from '../Names.tsx';
import type { Paragraph } from './paragraphs.ts';
import { type Passage, passagesOf, piecesOf, type Subject } from './passages.ts';

export const DRAFT_HEADING = 'heading-draft-text';
export const paragraphElementId = (block: number): string => `draft-${block}`;
export const passageElementId = (block: number, start: number): string => `draft-${block}-${start}`;

/** The entry of the report that a passage leads to. */
export const entryElementId = ({ kind, id }: Subject): string =>
  kind === 'item' ? itemElementId(id) : nameElementId(id);

interface DraftTextProps {
  report: Report;
  paragraphs: readonly Paragraph[];
  words: Words;
  onChoose(subject: Subject): void;
}

/** The draft as it was checked: each passage that the report speaks of is marked, and leads to its entry. */
export function DraftText({ report, paragraphs, words, onChoose }: DraftTextProps) {
  const passages = passagesOf(report);
  const label = ({ subject }: Passage, text: string) => {
    const item = subject.kind === 'item' ? report.items.find(({ id }) => id === subject.id) : undefined;
    return item && words.t('draft.mark', { text, verdict: verdictWord(item, words) });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys scroll only what has focus
    <section class="draft__text" tabIndex={0} aria-labelledby={DRAFT_HEADING}>
      {paragraphs.map(({ id, text, kind }) => (
        <p key={id} id={paragraphElementId(id)} class={`draft__${kind}`} tabIndex={-1} dir="auto">
          {piecesOf(
            text.length,
            passages.filter(({ block }) => block === id),
          ).map(({ start, end, passage }) => {
            const piece = text.slice(start, end);
            if (!passage) return piece;
            return (
              <mark key={start} class={`tone--${passage.tone} draft__${passage.subject.kind}`}>
                <a
                  id={passageElementId(id, start)}
                  href={`#${entryElementId(passage.subject)}`}
                  aria-label={label(passage, piece)}
                  onClick={(event) => {
                    event.preventDefault();
                    onChoose(passage.subject);
                  }}
                >
                  {piece}
                </a>
              </mark>
            );
          })}
        </p>
      ))}
    </section>
  );
}
