/** How the time of reading a whole page grows, with the bundled pack: as paragraphs, and as one paragraph that never ends. */
import type { PageReading } from '../../corpus/read-page.ts';
import type { Rules } from '../../corpus/source.ts';
import type { PageText } from '../../utils/extension/protocol.ts';
import { openPackByName } from '../tools/packs.ts';
import { makeArticle } from './articles.ts';
import { type Growth, growth } from './growth.ts';

const PAGE_DATE = '2025-09-05';
/** A page off the topic is hardly read: this opens each ordinary text. */
const ON_TOPIC =
  'Leaders of the Coalition of the Willing met in Paris, where Emmanuel Macron said that 26 countries would send troops to Ukraine. ';

const pageOf = (paragraphs: string[]): PageText => ({
  url: 'https://example.org/',
  title: '',
  language: 'en',
  dates: [{ source: 'meta', value: PAGE_DATE }],
  blocks: paragraphs.map((text, id) => ({ id, text, kind: 'paragraph', section: 0 })),
});

/** `url`: the bundle of `readers/page.ts`. */
export async function pageGrowth(url: string): Promise<Growth[]> {
  const { readPage, engineFor } = (await import(url)) as {
    engineFor(rules: Rules): unknown;
    readPage(page: PageText, engine: unknown): PageReading;
  };
  const engine = engineFor(await openPackByName().rules());
  const news = (size: number): string => {
    const paragraphs = makeArticle(7, size).split('\n');
    return paragraphs
      .map((text) => ON_TOPIC + text)
      .join('\n')
      .slice(0, size);
  };
  return growth((text) => readPage(pageOf(text.split('\n')), engine), {
    'ordinary news on the topic': news,
    'the same without paragraphs': (size) => news(size).replaceAll('\n', ' '),
  });
}
