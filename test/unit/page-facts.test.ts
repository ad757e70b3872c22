import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { dateCandidates, dateOfPath, datesOfJsonLd, declaredLanguage, pageTitle } from '../../utils/page/page-facts.ts';

describe('dates in addresses', () => {
  it.each([
    ['year, month and day as folders', '/world/2025/09/05/allies-meet', '2025-09-05'],
    ['month in letters', '/world/2025/sep/05/allies-meet', '2025-09-05'],
    ['with hyphens before the title', '/news/2025-09-05-allies-meet.html', '2025-09-05'],
    ['run together', '/a/20250905/story', '2025-09-05'],
    ['at the end', '/story-2025-09-05', '2025-09-05'],
    ['a number that is no date', '/story/20251345/x', null],
    ['a longer number', '/story/202509051234', null],
    ['year and month only', '/2025/09/allies-meet', null],
    ['letters that are no month', '/2025/abc/05/', null],
    ['mixed separators', '/2025/09-05/', null],
    ['no date', '/world/allies-meet', null],
  ])('%s', (_, path, date) => {
    expect(dateOfPath(path)).toBe(date);
  });
});

describe('dates in JSON-LD', () => {
  const article = { '@type': 'NewsArticle', datePublished: '2025-09-05', dateModified: '2025-09-06' };
  it.each<[string, unknown, string[]]>([
    ['an article', article, ['2025-09-05']],
    ['a graph', { '@graph': [{ '@type': 'Organization' }, article] }, ['2025-09-05']],
    ['a list of things', [{ '@type': 'BreadcrumbList' }, article], ['2025-09-05']],
    ['several types', { ...article, '@type': ['NewsArticle', 'ReportageNewsArticle'] }, ['2025-09-05']],
    ['a page that is about the article', { '@type': 'ItemPage', mainEntity: article }, ['2025-09-05']],
    ['a list of other articles', { '@type': 'ItemList', itemListElement: [article] }, []],
    ['another kind of thing', { ...article, '@type': 'Event' }, []],
    ['numbers for dates', { ...article, datePublished: 20250905 }, []],
    ['nothing', null, []],
  ])('%s', (_, data, published) => {
    expect(datesOfJsonLd(JSON.stringify(data)).published).toEqual(published);
  });

  it('searches texts that are broken, or too long to parse', () => {
    expect(datesOfJsonLd('{"@type":"NewsArticle","datePublished" : "2025-09-05T07:00Z", oops').published).toEqual([
      '2025-09-05T07:00Z',
    ]);
    const long = `{"datePublished":"2025-09-05","body":"${'x'.repeat(2_000_000)}"}`;
    expect(datesOfJsonLd(long).published).toEqual(['2025-09-05']);
    expect(datesOfJsonLd(`{"a":"${'"datePublished"'.repeat(10_000)}`)).toEqual({ published: [], modified: [] });
    expect(datesOfJsonLd(`${'['.repeat(50_000)}`)).toEqual({ published: [], modified: [] });
  });
});

describe('what a page says of itself', () => {
  const page = (head: string, body = '', url = 'https://news.example/a') => {
    const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
    Object.defineProperty(document, 'location', { value: new URL(url) });
    return document as unknown as Document;
  };

  it('lists dates in the order of trust', () => {
    const document = page(
      '<script type="application/ld+json">{"@type":"Article","datePublished":"D1","dateModified":"D2"}</script><meta name="date" content="D3"><meta property="article:modified_time" content="no">',
      '<aside><time datetime="no"></time></aside><main><time datetime="D4">yesterday</time></main>',
      'https://news.example/2025/09/05/a',
    );
    expect(dateCandidates(document)).toEqual([
      { source: 'json-ld', value: 'D1' },
      { source: 'json-ld', value: 'D2' },
      { source: 'meta', value: 'D3' },
      { source: 'time', value: 'D4' },
      { source: 'url', value: '2025-09-05' },
    ]);
  });

  it('keeps hostile pages short', () => {
    const metas = Array.from(
      { length: 5_000 },
      (_, i) => `<meta name="date" content="2025-09-${i}${'0'.repeat(i % 90)}">`,
    ).join('');
    const found = dateCandidates(page(metas));
    expect(found.length).toBeLessThanOrEqual(12);
    expect(found.every(({ value }) => value.length <= 60)).toBe(true);
    expect(pageTitle(page(`<title>${'long '.repeat(1_000)}</title>`)).length).toBeLessThanOrEqual(300);
  });

  it('reads the language where pages write it', () => {
    const { document } = parseHTML('<html lang="en_GB"><body></body></html>');
    expect(declaredLanguage(document as unknown as Document)).toBe('en-gb');
    expect(declaredLanguage(page('<meta property="og:locale" content="de_DE">'))).toBe('de-de');
    expect(declaredLanguage(page(''))).toBe('');
  });
});
