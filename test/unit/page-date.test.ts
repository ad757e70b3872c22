import { describe, expect, it } from 'vitest';
import { englishDateLabel, englishDates } from '../../utils/language/en/dates.ts';
import { type DateSource, resolvePageDate } from '../../utils/language/page-date.ts';
import type { Block } from '../../utils/language/types.ts';

const options = { words: englishDates, label: englishDateLabel, now: new Date('2026-03-01T12:00:00Z') };
const resolve = (source: DateSource, value: string) => {
  const found = resolvePageDate([{ source, value }], [], options);
  return found && (found.range.from === found.range.to ? found.range.from : `${found.range.from}/${found.range.to}`);
};
const blocks = (...texts: string[]): Block[] => texts.map((text, id) => ({ id, text, kind: 'paragraph', section: 0 }));

describe('resolvePageDate', () => {
  it.each<[string, DateSource, string, string | null]>([
    ['ISO day', 'json-ld', '2025-09-04', '2025-09-04'],
    ['ISO with time and zone', 'json-ld', '2025-09-04T23:30:00+02:00', '2025-09-04'],
    ['ISO in UTC: the day as printed', 'meta', '2025-09-04T23:30:00.000Z', '2025-09-04'],
    ['ISO with a space', 'meta', '2025-09-04 08:15:00', '2025-09-04'],
    ['packed', 'meta', '20250904', '2025-09-04'],
    ['packed with time', 'meta', '20250904T101500', '2025-09-04'],
    ['slashes, year first', 'meta', '2025/09/04', '2025-09-04'],
    ['dots, day first', 'time', '4.9.2025', '2025-09-04'],
    ['slashes that can be one thing only', 'time', '24/09/2025', '2025-09-24'],
    ['slashes that can be two things', 'time', '04/09/2025', null],
    ['RFC 2822', 'meta', 'Thu, 04 Sep 2025 14:00:00 GMT', '2025-09-04'],
    ['written out', 'time', 'September 4, 2025 at 6:12 pm', '2025-09-04'],
    ['seconds since 1970', 'meta', '1756994400', '2025-09-04'],
    ['milliseconds since 1970', 'meta', '1756994400000', '2025-09-04'],
    ['month', 'meta', '2025-09', '2025-09-01/2025-09-30'],
    ['year', 'meta', '2025', '2025-01-01/2025-12-31'],
    ['address, folders', 'url', 'https://example.org/world/2025/09/04/summit', '2025-09-04'],
    ['address, month name', 'url', 'https://example.org/world/2025/sep/04/summit', '2025-09-04'],
    ['address, hyphens', 'url', 'https://example.org/2025-09-04-summit.html', '2025-09-04'],
    ['address, packed', 'url', 'https://example.org/news/20250904/summit', '2025-09-04'],
    ['address, month', 'url', 'https://example.org/2025/09/summit', '2025-09-01/2025-09-30'],
    ['address, number that is no date', 'url', 'https://example.org/news/3100085/summit-2030', null],
    ['address, query is not read', 'url', 'https://example.org/a?d=2025-09-04', null],
    ['no such day', 'meta', '2025-02-30', null],
    ['no such month', 'meta', '2025-13-01', null],
    ['template default', 'meta', '1970-01-01T00:00:00Z', null],
    ['nothing', 'meta', '', null],
    ['word', 'meta', 'yesterday', null],
    ['ahead', 'meta', '2026-03-09', null],
    ['a day ahead', 'meta', '2026-03-02', '2026-03-02'],
    ['far too long', 'meta', '2025-09-04 '.repeat(1000), null],
  ])('%s (%s)', (_kind, source, value, date) => {
    expect(resolve(source, value)).toBe(date);
  });

  it('takes the most trusted source that can be read', () => {
    const candidates = [
      { source: 'url' as const, value: 'https://example.org/2025/09/01/x' },
      { source: 'meta' as const, value: '2025-09-05' },
      { source: 'json-ld' as const, value: 'soon' },
    ];
    expect(resolvePageDate(candidates, [], options)).toEqual({
      range: { from: '2025-09-05', to: '2025-09-05' },
      basis: 'meta',
    });
  });

  it('lets a less trusted day make a month more exact, not another', () => {
    const month = { source: 'json-ld' as const, value: '2025-09' };
    const inside = { source: 'url' as const, value: '/2025/09/04/x' };
    const outside = { source: 'url' as const, value: '/2025/10/04/x' };
    expect(resolvePageDate([month, inside], [], options)?.range.from).toBe('2025-09-04');
    expect(resolvePageDate([month, outside], [], options)?.range.to).toBe('2025-09-30');
  });

  it.each([
    ['label', 'Published: 4 September 2025, 18:12', '2025-09-04'],
    ['alone', '4 September 2025', '2025-09-04'],
    ['wire', 'PARIS, September 4, 2025 (AFP) — Leaders met.', '2025-09-04'],
    [
      'running text',
      'The treaty of 24 February 2022 was broken, as leaders said once more in their long speeches.',
      null,
    ],
    ['no year', 'PARIS, Sept. 4 (AFP) — Leaders met.', null],
  ])('finds a dateline: %s', (_kind, text, date) => {
    expect(resolvePageDate([], blocks('A headline', text), options)?.range.from ?? null).toBe(date);
  });
});
