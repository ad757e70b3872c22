/** "Copy with sources": a figure and what the sources say of it, ready to paste. Pure. */
import type { Against, Item, Report } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { verdictWord } from '../parts/Chip.tsx';
import { dateOf, outletOf } from '../parts/groups.ts';
import { safeHref } from '../parts/link.ts';

export interface Citation {
  plain: string;
  markdown: string;
}

/** The page that is cited; its address only where the one who calls knows it. */
export interface CitedPage {
  title: string;
  host: string | null;
  url?: string;
}

/** Characters that Markdown would take for marks. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** Characters that would end a Markdown link. */
const URL_ESCAPES: Record<string, string> = { '(': '%28', ')': '%29', '<': '%3C', '>': '%3E' };
const escapeUrl = (url: string): string => url.replace(/[()<>]/g, (c) => URL_ESCAPES[c] ?? c).replace(/\s/g, '%20');

/** A Markdown link; the text alone where the address is none that may be opened. */
export const markdownLink = (text: string, url: string | undefined): string => {
  const href = safeHref(url);
  return href ? `[${escapeMarkdown(text)}](${escapeUrl(href)})` : escapeMarkdown(text);
};

const compact = (parts: readonly (string | undefined)[], glue: string): string => parts.filter(Boolean).join(glue);

/** What a source says: its words, who said them, what was counted. */
function said(one: Against, words: Words): string {
  const modality = one.modality === 'reported' ? undefined : words.t(`modality.${one.modality}`);
  const quote = one.surfaceIsOurs ? one.surface : words.t('sources.quote', { text: one.surface });
  return compact([quote, one.saidBy, one.wording, modality], ', ');
}

/**
 * The citation of one item in plain text and in Markdown: this page, each source with its words, date and link, the
 * verdict with its reason, and how far the pack reaches.
 */
export function cite(item: Item, report: Report, page: CitedPage, words: Words): Citation {
  const { t } = words;
  const { documents } = report;
  const title = compact([item.label ?? item.surface, item.scopeLabel], ', ');
  const verdict = compact([verdictWord(item, words), item.reason], ': ');
  const quote = t('sources.quote', { text: item.surface });
  const date = report.page.date ? words.dates([report.page.date.from, report.page.date.to]) : undefined;
  const here = compact([page.title, page.host ?? undefined, date], ', ');

  const source = (one: Against) => {
    const day = dateOf(one, documents);
    return compact([outletOf(one, documents), day && words.date(day)], ', ');
  };
  const notes = report.packs.map((pack) => t('cite.note', { pack: pack.title, date: words.date(pack.newest) }));

  const plain = [
    title,
    `${t('cite.this-page')}: ${quote} (${compact([here, safeHref(page.url)], ', ')})`,
    ...item.against.map(
      (one) => `- ${one.display}: ${source(one)}: ${compact([said(one, words), safeHref(one.url)], '. ')}`,
    ),
    ...(item.against.length === 0 ? [t('cite.no-sources')] : []),
    verdict,
    ...notes,
  ];
  const markdown = [
    `**${escapeMarkdown(title)}**`,
    '',
    `${t('cite.this-page')}: ${escapeMarkdown(quote)} (${markdownLink(here, page.url)})`,
    '',
    ...item.against.map(
      (one) =>
        `- ${escapeMarkdown(one.display)}: ${markdownLink(source(one), one.url)}: ${escapeMarkdown(said(one, words))}`,
    ),
    ...(item.against.length === 0 ? [t('cite.no-sources')] : []),
    '',
    escapeMarkdown(verdict),
    '',
    ...notes.map(escapeMarkdown),
  ];
  return { plain: `${plain.join('\n')}\n`, markdown: `${markdown.join('\n')}\n` };
}
