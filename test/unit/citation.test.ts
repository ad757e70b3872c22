import { describe, expect, it } from 'vitest';
import { cite } from '../../components/panel/citation.ts';
import { makeWords } from '../../utils/words/index.ts';
import { crowded, FULL, forceSize, onlyHere, pledging } from '../fixtures/reports.ts';

const words = makeWords('en');

describe('citation', () => {
  const page = { title: 'Allies [agree] (soon)', host: 'news.example', url: 'https://news.example/a_(b)' };

  it('has the page, each source with words, date and link, the verdict, and how far the pack reaches', () => {
    const { plain } = cite(pledging, FULL, page, words);
    const lines = plain.trimEnd().split('\n');
    expect(lines[0]).toBe('Countries pledging troops');
    expect(lines[1]).toBe(
      'This page: “about 35 countries” (Allies [agree] (soon), news.example, 8 Sep 2025, https://news.example/a_(b))',
    );
    expect(lines[2]).toBe(
      '- 26: Novaya Gazeta Europe, 5 Sep 2025: “26 countries”, Emmanuel Macron, after the meeting, troops for a force. https://example.org/novaya#:~:text=passage',
    );
    expect(lines).toHaveLength(2 + pledging.against.length + 2);
    expect(lines.at(-2)).toMatch(/^Conflicts: “About 35” reads as/);
    expect(lines.at(-1)).toContain('newest source 12 Jan 2026');
  });

  it('is Markdown that cannot be broken out of', () => {
    const { markdown } = cite(pledging, FULL, page, words);
    expect(markdown).toContain('[Allies \\[agree\\] (soon), news.example, 8 Sep 2025](https://news.example/a_%28b%29)');
    expect(markdown).toContain(
      '- 26: [Novaya Gazeta Europe, 5 Sep 2025](https://example.org/novaya#:~:text=passage): “26 countries”',
    );
    expect(markdown).toContain('\\> 24');
  });

  it('links nothing that could run, and says when there is no source', () => {
    expect(cite(crowded, FULL, page, words).markdown).not.toContain('javascript:');
    expect(cite(onlyHere, FULL, { title: 'T', host: null }, words).plain).toContain(
      'No source of the pack speaks of this.',
    );
  });

  it('says what was only expected or proposed', () => {
    expect(cite(forceSize, FULL, page, words).plain).toMatch(/between 10,000 and 15,000.*proposed/);
  });
});
