/** Saved pages as files: JSON with all that is kept, Markdown for reading. Pure; in pieces, as texts are long. */
import type { SavedBlock, SavedClaim, SavedPage } from '../utils/extension/protocol.ts';
import { passageLink } from './passage-link.ts';

/** Says what a file is, to whoever takes it in again. */
export const EXPORT_KIND = 'second-source-saved-pages';
export const EXPORT_FORMAT = 1;

/** The file as pieces of text, one a page. */
export function exportJson(pages: readonly SavedPage[], now: Date): string[] {
  const head = { kind: EXPORT_KIND, format: EXPORT_FORMAT, exportedAt: now.toISOString() };
  const open = `${JSON.stringify(head).slice(0, -1)},"pages":[`;
  return [open, ...pages.map((page, i) => `${i > 0 ? ',' : ''}\n${JSON.stringify(page)}`), '\n]}\n'];
}

/** Characters that Markdown or HTML would take for marks. */
const escapeText = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+\.)/, '$1\\$2');
const escapeUrl = (url: string): string =>
  url.replace(/[()<>\s]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
const link = (text: string, url: string | undefined): string =>
  url ? `[${escapeText(text)}](${escapeUrl(url)})` : escapeText(text);

const BEFORE: Record<SavedBlock['kind'], string> = {
  heading: '## ',
  item: '- ',
  quote: '> ',
  paragraph: '',
  cell: '',
  caption: '',
};

/** `labels`: what measures are called; one that no pack knows goes by its id. */
export function exportMarkdown(pages: readonly SavedPage[], labels: Readonly<Record<string, string>>): string[] {
  return pages.map(({ document, blocks, byline, savedAt }) => {
    const facts = [document.outlet, byline, document.date].filter((one) => one !== undefined).map(escapeText);
    const claim = (one: SavedClaim) =>
      `- ${escapeText(labels[one.measure] ?? one.measure)}: ${link(`“${one.surface}”`, passageLink(document.url, one.fragment))}`;
    const lines = [
      `# ${link(document.title, document.url)}`,
      '',
      `${facts.join(', ')} (${savedAt.slice(0, 10)})`,
      '',
      ...(document.claims.length > 0 ? [...document.claims.map(claim), ''] : []),
      ...blocks.flatMap(({ kind, text }) => [`${BEFORE[kind]}${escapeText(text)}`, '']),
      '---',
      '',
    ];
    return `${lines.join('\n')}\n`;
  });
}
