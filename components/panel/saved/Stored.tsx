import type { SavedBlock } from '../../../utils/extension/protocol.ts';

interface StoredProps {
  blocks: readonly SavedBlock[];
  language: string;
}

/** The text of a page as it is kept: paragraphs, headings and cells, nothing of the page's look. */
export function Stored({ blocks, language }: StoredProps) {
  return (
    <div class="stored" lang={language}>
      {blocks.map(({ kind, text }, i) => (
        // Two blocks may be alike; their place is what tells them apart.
        <p key={i} class={`stored__block stored__block--${kind}`} dir="auto">
          {text}
        </p>
      ))}
    </div>
  );
}
