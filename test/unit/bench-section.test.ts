import { describe, expect, it } from 'vitest';
import { replaceSection } from '../bench/section.ts';

describe('a section of BENCHMARKS.md', () => {
  it('is put behind what is there', () => {
    const file = replaceSection('# Ours\n', 'language', 'fast');
    expect(file).toBe('# Ours\n\n<!-- bench:language -->\nfast\n<!-- /bench:language -->\n');
  });

  it('takes the place of its older self and leaves the others as they are', () => {
    const before = replaceSection(replaceSection('# Ours\n', 'pages', 'p1'), 'language', 'l1');
    const file = replaceSection(replaceSection(before, 'search', 's1'), 'language', 'l2');
    expect(file).toBe(`${before.replace('l1', 'l2')}\n<!-- bench:search -->\ns1\n<!-- /bench:search -->\n`);
  });

  it('gets a heading above it in a new file', () => {
    expect(replaceSection('', 'language', 'fast')).toMatch(/^# Benchmarks\n/);
  });
});
