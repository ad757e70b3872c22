/** Cards on pages: the same components as everywhere, in the closed root that `utils/page` gives them. */
import { render } from 'preact';
import type { CardLook } from '../../components/card/CardFrame.tsx';
import { EntityCard } from '../../components/card/EntityCard.tsx';
import { ItemCard } from '../../components/card/ItemCard.tsx';
import { openPanel } from '../../utils/extension/open-panel.ts';
import type { Focus } from '../../utils/extension/protocol.ts';
import type { CardView } from '../../utils/page/page-view.ts';
import { type CardTable, type CardWords, makeCardWords } from '../../utils/words/card-words.ts';

export interface CardSettings {
  theme: NonNullable<CardLook['theme']>;
  /** The keys that open the panel; "" where there are none. */
  shortcut: string;
  /** The cards' texts; null for English, which this script has itself. */
  texts: CardTable | null;
}

/** In Firefox a click in a page cannot open the sidebar: the card names the shortcut instead. */
const CAN_OPEN_PANEL = import.meta.env.BROWSER !== 'firefox';

/** Made once for each table: the formats in it are dear. */
let words: { of: CardTable | null; are: CardWords } | null = null;

function wordsOf(texts: CardTable | null): CardWords {
  if (words?.of !== texts) words = { of: texts, are: makeCardWords(texts) };
  return words.are;
}

/** Draws a card, draws it anew, or (null) takes it away; done when it returns. */
export function drawCard(
  container: HTMLElement,
  view: CardView | null,
  { theme, shortcut, texts }: CardSettings,
): void {
  if (!view) {
    render(null, container);
    return;
  }
  const { subject, report } = view;
  const common = {
    words: wordsOf(texts),
    theme,
    shortcut: shortcut || undefined,
    pinned: view.pinned,
    form: view.form,
    spoken: view.spoken,
    documents: report.documents,
    onClose: () => view.close(),
    onPin: (pinned: boolean) => view.pin(pinned),
    dismissed: view.dismissed,
    onDismiss: (dismissed: boolean) => view.dismiss(dismissed),
  };
  const seeAll = (focus: Focus) => (CAN_OPEN_PANEL ? () => void openPanel(focus).catch(() => {}) : undefined);
  if (subject.kind === 'item') {
    render(<ItemCard {...common} item={subject.item} onSeeAll={seeAll({ item: subject.item.id })} />, container);
    return;
  }
  const entity = report.entities[subject.mention.entity];
  const { surface } = subject.mention;
  if (entity)
    render(
      <EntityCard {...common} entity={entity} surface={surface} onSeeAll={seeAll({ entity: entity.id })} />,
      container,
    );
}
