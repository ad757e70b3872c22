import { expect, it } from 'vitest';
import { largeArticle, manyNodes } from '../fixtures/pages/large.ts';
import { inBrowsers, pause } from './tools/harness.ts';

const made = {
  '/large': largeArticle(10_000),
  '/rows': manyNodes(30_000),
  '/designmode':
    '<!doctype html><body>Some words of a document that is an editor.<script>document.designMode="on"</script>',
  '/form':
    '<!doctype html><body><form><main><h1>Wrapped whole</h1><p>Old systems wrap the page.</p></main></form><form><p>Sign up for letters.</p></form>',
};

inBrowsers('text map', made, (harness) => {
  const blocksOf = async (path: string) => {
    const page = await harness.open(path);
    return page.evaluate(async () => (await second.map()).blocks);
  };
  const textsOf = async (path: string) => (await blocksOf(path)).map((block) => block.text);

  it('reads inline markup as the reader sees it', async () => {
    const texts = await textsOf('/inline-markup.html');
    expect(texts).toEqual([
      'What the allies promised in Paris',
      'The Coalition of the Willing said that 26 countries had agreed to send troops.',
      'Volodymyr Zelensky spoke of 10\u00a0000 soldiers and of a coalition, the Coalition\u00a0of\u00a0the\u00a0Willing.',
      'The Coalition of the Willing meets again.',
      'Emmanuel Macron hostedthem.',
      'First paragraph of the old kind.',
      'Second paragraph of the old kind.',
      'Twenty-six countries had agreed.',
      'In all 26 countries and 35 members, on the 10th day.',
      'By our desk 5 min read',
      'Some 26 countries agreed.',
      'Before the list',
      'first',
      'inner paragraph',
      'after it',
      'second',
      'behind the list',
      'It was 26 countries.',
      'Type to see it.',
      'The name Zelensky stays whole.',
      'What the heading that links to itself says here',
      'Comment in a word, and an icon.',
    ]);
  });

  it('leads back from every stretch of every block to the same characters', async () => {
    for (const path of ['/inline-markup.html', '/article.html', '/shadow.html']) {
      const page = await harness.open(path);
      const bad = await page.evaluate(async () => {
        const map = await second.map();
        const plain = (text: string) =>
          text
            .replace(/[\u00ad\u200b\u200e\u202b\u202c]/g, '')
            .replace(/[\t\n ]+/g, ' ')
            .trim();
        const wrong: string[] = [];
        for (const block of map.blocks)
          for (let start = 0; start < block.text.length; start += 3)
            for (const length of [1, 7, 26]) {
              const place = { block: block.id, start, end: Math.min(start + length, block.text.length) };
              const expected = block.text.slice(place.start, place.end);
              if (expected.trim() !== expected) continue;
              const range = map.rangeOf(place);
              const skipped = /[\d]<|Type|Some|It was|icon|members/.test(block.text);
              // Text that is left out inside a range (a note, a hidden span) is inside the range all the same.
              const found = skipped
                ? map
                    .stretchesOf(place)!
                    .map((s) => s.node.data.slice(s.from, s.to))
                    .join('')
                : range?.toString();
              if (
                plain(found ?? '') !== plain(expected) &&
                plain(found ?? '').replaceAll(' ', '') !== expected.replaceAll(' ', '')
              )
                wrong.push(`${expected} | ${found}`);
            }
        return wrong;
      });
      expect(bad).toEqual([]);
    }
  });

  it('starts and ends a range at the exact characters across elements', async () => {
    const page = await harness.open('/inline-markup.html');
    const found = await page.evaluate(async () => {
      const map = await second.map();
      const block = map.blocks.find((b) => b.text.startsWith('The Coalition of'))!;
      const start = block.text.indexOf('26 countries');
      const range = map.rangeOf({ block: block.id, start, end: start + 12 })!;
      return {
        start: range.startContainer.nodeValue,
        from: range.startOffset,
        end: range.endContainer.nodeValue,
        to: range.endOffset,
      };
    });
    expect(found).toEqual({ start: '26', from: 0, end: 'tries', to: 5 });
  });

  it('knows kinds and sections, and leaves page furniture out', async () => {
    const blocks = await blocksOf('/article.html');
    const kindOf = (start: string) => blocks.find((block) => block.text.startsWith(start))?.kind;
    expect(kindOf('Allies agree')).toBe('heading');
    expect(kindOf('PARIS.')).toBe('paragraph');
    expect(kindOf('Italy rules out')).toBe('item');
    expect(kindOf('Offers made')).toBe('caption');
    expect(kindOf('Volodymyr Zelensky and')).toBe('caption');
    expect(kindOf('Estonia')).toBe('cell');
    expect(kindOf('We are ready')).toBe('quote');
    const all = blocks.map((block) => block.text).join('\n');
    for (const furniture of ['Home', 'parcels', '99 countries', '12 charts']) expect(all).not.toContain(furniture);
    const sectionOf = (start: string) => blocks.find((block) => block.text.startsWith(start))!.section;
    expect(sectionOf('A French official')).toBe(sectionOf('PARIS.') + 1);
    expect(blocks.map((block) => block.id)).toEqual(blocks.map((_, index) => index));
  });

  it('reads open shadow roots in the order in which they are drawn, and not what no slot takes', async () => {
    expect(await textsOf('/shadow.html')).toEqual([
      'A page made of components',
      'The Coalition of the Willing in Paris',
      'Emmanuel Macron was the host.',
      'About 35 countries had committed to deploying troops, it was said.',
      'In the inner box 26 countries have agreed to send troops.',
    ]);
  });

  it('reads nothing that is typed into', async () => {
    expect(await textsOf('/editor.html')).toEqual([
      'Write about the Coalition of the Willing',
      'This paragraph may be read: 26 countries have agreed to send troops to Ukraine.',
    ]);
    expect(await textsOf('/designmode')).toEqual([]);
  });

  it('reads a page that is wrapped in a form, and no other form', async () => {
    expect(await textsOf('/form')).toEqual(['Wrapped whole', 'Old systems wrap the page.']);
  });

  it('gives no range once the page holds another text there', async () => {
    const page = await harness.open('/article.html');
    const found = await page.evaluate(async () => {
      const map = await second.map();
      const block = map.blocks.find((b) => b.text.startsWith('PARIS.'))!;
      const place = { block: block.id, start: 0, end: 5 };
      const before = map.rangeOf(place)?.toString();
      document.querySelector('article > p:nth-of-type(2)')!.firstChild!.nodeValue = 'BERLIN. Something else.';
      const changed = map.rangeOf(place);
      document.querySelector('article > p:nth-of-type(2)')!.remove();
      return [
        before,
        changed,
        map.rangeOf(place),
        map.rangeOf({ block: 999, start: 0, end: 1 }),
        map.rangeOf({ block: 0, start: 5, end: 2 }),
      ];
    });
    expect(found).toEqual(['PARIS', null, null, null, null]);
  });

  it('reads dates and language', async () => {
    const page = await harness.open('/article.html');
    expect(await page.evaluate(() => second.dates())).toEqual([
      { source: 'json-ld', value: '2025-09-05T07:40:00Z' },
      { source: 'meta', value: '2025-09-05T07:40:00Z' },
      { source: 'time', value: '2025-09-05T07:40:00Z' },
    ]);
    expect(await page.evaluate(() => second.language())).toBe('en-gb');
  });

  it('works in slices, on long articles and on many nodes (cost printed, not judged)', async () => {
    for (const path of ['/large', '/rows']) {
      const page = await harness.open(path);
      await pause(500);
      const cost = await page.evaluate(async () => {
        const busy: number[] = [];
        const request = window.requestIdleCallback.bind(window);
        let from = performance.now();
        // Our work runs between two calls of `pause`: the gaps are the slices.
        window.requestIdleCallback = (callback, options) => {
          busy.push(performance.now() - from);
          return request((deadline) => {
            from = performance.now();
            callback(deadline);
          }, options);
        };
        from = performance.now();
        const start = from;
        const map = await second.map();
        busy.push(performance.now() - from);
        return {
          blocks: map.blocks.length,
          characters: map.blocks.reduce((n, b) => n + b.text.length, 0),
          truncated: map.truncated,
          slices: busy.length,
          longest: Math.max(...busy),
          work: busy.reduce((a, b) => a + b, 0),
          total: performance.now() - start,
        };
      });
      console.log(
        `  ${harness.name} ${path}: ${JSON.stringify(cost, (_, v) => (typeof v === 'number' ? Math.round(v * 10) / 10 : v))}`,
      );
      expect(cost.blocks).toBeGreaterThan(100);
      expect(cost.characters).toBeLessThanOrEqual(210_000);
    }
  });
});
