/** Which sources a page is itself. A source must not count against itself; another page that quotes it must not be taken for it. */
import { describe, expect, it } from 'vitest';
import { canonicalUrl, maybeOwn, ownDocuments } from '../../corpus/own-article.ts';
import type { ClaimRow, DocumentRow } from '../../corpus/source.ts';

const documentAt = (id: string, url = `https://${id}.example/news`): DocumentRow => ({
  pack: 'test',
  id,
  outlet: 'The Courier',
  title: 'Of a meeting',
  url,
  date: '2025-09-05',
  entities: [],
  kind: 'news',
  language: 'en',
  summary: 'Our own words.',
});

const says = (document: string, surface: string, ours = false): ClaimRow => ({
  pack: 'test',
  document: documentAt(document),
  claim: {
    id: surface.replace(/\W+/g, '-'),
    kind: 'stance',
    measure: 'country-stance',
    scope: { country: 'france' },
    value: 'will-send',
    modality: 'reported',
    surface,
    ...(ours && { surfaceIsOurs: true }),
  },
});

const PHRASES = [
  'twenty-six states have agreed to help',
  'most of the leaders dialled in',
  'no list of names was handed out',
  'the talks went on for two hours',
  'a decision is due before winter',
];
const rows = PHRASES.map((phrase) => says('courier', phrase));
const page = (phrases: readonly string[]) => `Paris. ${phrases.join('. Then this: ')}.`;

describe('the sources that a page may be', () => {
  it.each<[string, string, ClaimRow[], string[]]>([
    ['two of its phrases', page(PHRASES.slice(0, 2)), rows, ['courier']],
    ['one phrase, as another report may quote it', page(PHRASES.slice(0, 1)), rows, []],
    ['one phrase that two claims share', page(PHRASES.slice(0, 1)), [rows[0]!, says('courier', PHRASES[0]!)], []],
    ['one phrase of each of two sources', page(PHRASES.slice(0, 2)), [rows[0]!, says('herald', PHRASES[1]!)], []],
    [
      'curly quotes and capitals of the page',
      `“Twenty-six states have agreed to help”, he said. Most of the leaders “dialled in”.`,
      rows,
      ['courier'],
    ],
    [
      'short phrases',
      'Of 26 countries, 35 leaders',
      [says('courier', '26 countries'), says('courier', '35 leaders')],
      [],
    ],
    ['phrases in our own words', page(PHRASES), PHRASES.map((phrase) => says('courier', phrase, true)), []],
  ])('%s', (_, text, claims, expected) => {
    expect(maybeOwn(text, claims)).toEqual(expected);
  });
});

describe('the sources that a page is', () => {
  it.each<[string, string, string, string[]]>([
    [
      'its address, with words that say where the reader came from',
      'https://www.courier.example/news/?utm_source=x#top',
      '',
      ['courier'],
    ],
    ['its text at another address', 'https://mirror.example/1', page(PHRASES), ['courier']],
    ['four of five phrases', 'https://mirror.example/1', page(PHRASES.slice(1)), ['courier']],
    ['three of five phrases', 'https://mirror.example/1', page(PHRASES.slice(2)), []],
    ['no address, another text', '', 'Nothing of the kind.', []],
  ])('%s', (_, url, text, expected) => {
    expect([...ownDocuments({ url, text }, [documentAt('courier'), documentAt('herald')], rows)]).toEqual(expected);
  });

  it('are told by an address without what changes from reader to reader', () => {
    expect(canonicalUrl('https://m.courier.example/News/?fbclid=1&id=7')).toBe('courier.example/news?id=7');
    expect(canonicalUrl('not an address')).toBe('');
    expect(canonicalUrl(undefined)).toBe('');
  });
});
