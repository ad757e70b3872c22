/** The card in the picture of the welcome page, with sources that are named as examples. A drawing, not a result. */
import type { DocumentInfo, Item } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';

const document = (id: string, outlet: string, date: string): DocumentInfo => ({
  id,
  outlet,
  title: '',
  date,
  kind: 'news',
  summary: '',
});

export const PICTURE_DOCUMENTS: Record<string, DocumentInfo> = {
  a: document('a', 'Example Gazette', '2025-09-04'),
  b: document('b', 'Example Times', '2025-09-05'),
  c: document('c', 'Example Post', '2025-09-04'),
};

const exactly = (value: number) => ({
  value,
  bound: '=' as const,
  hard: { low: value, high: value },
  soft: { low: value, high: value },
  unit: 'countries',
});

/** The words before and after the figure in the picture's sentence. */
export const PICTURE_SENTENCE = {
  before: 'He said that ',
  figure: 'about 35 countries',
  after: ' had committed troops.',
};

const PICTURE_SOURCES = ['a', 'b', 'c'];

/** What the card says is in the reader's language, as on a page; what the page says is not. */
export const pictureItem = ({ t }: Words): Item => ({
  id: 'picture',
  kind: 'figure',
  block: 0,
  start: 0,
  end: 0,
  surface: PICTURE_SENTENCE.figure,
  measure: null,
  label: 'Countries pledging troops',
  scope: {},
  quantity: { value: 35, bound: '~', hard: { low: 32, high: 38 }, soft: { low: 32, high: 38 }, unit: 'countries' },
  display: '≈ 35',
  modality: 'reported',
  verdict: 'conflicts',
  summary: t('summary.all-others', {
    page: PICTURE_SENTENCE.figure,
    n: PICTURE_SOURCES.length,
    first: String(PICTURE_SOURCES.length),
    other: '26',
  }),
  reason: '',
  against: PICTURE_SOURCES.map((id) => ({
    document: id,
    claim: id,
    verdict: 'conflicts' as const,
    surface: '26 countries',
    quantity: exactly(26),
    display: '26',
    saidBy: 'At the meeting',
    url: 'https://example.org/',
    modality: 'reported' as const,
  })),
});
