import { ENGLISH_SCALES } from '../../../utils/language/en/search.ts';
import { markedSpans } from '../../../utils/language/search-words.ts';

interface MarkedProps {
  text: string;
  /** The words to mark, folded. */
  matched: ReadonlySet<string>;
  /** Of the text, where it is not the interface's. */
  language?: string;
}

/** A text with the words that were met marked, also where they were met through another spelling or a typo. */
export function Marked({ text, matched, language }: MarkedProps) {
  const pieces: preact.ComponentChild[] = [];
  let from = 0;
  for (const { start, end } of markedSpans(text, matched, ENGLISH_SCALES)) {
    pieces.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <bdi lang={language}>
      {pieces}
      {text.slice(from)}
    </bdi>
  );
}
