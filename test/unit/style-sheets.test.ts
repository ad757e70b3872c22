/** The style sheets of card and pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('style sheets', () => {
  const folder = join(import.meta.dirname, '../../components');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const card = ['tokens.css', 'parts/parts.css', 'scale/scale.css', 'card/card.css'];
  const pages = [
    'parts/controls.css',
    'panel/panel.css',
    'welcome/welcome.css',
    'options/options.css',
    'options/pack-details.css',
  ];

  it.each([...card, ...pages])('%s reads no property that is not ours, and loads nothing', (file) => {
    const css = read(file);
    const defined = new Set(
      [...card, ...pages].flatMap((one) => [...read(one).matchAll(/(--[a-z0-9-]+)\s*:/g)].map((m) => m[1])),
    );
    for (const [, name] of css.matchAll(/var\((--[a-z0-9-]+)/g)) expect(defined).toContain(name);
    expect(css).not.toMatch(/\d(rem|vmin|vmax)\b/);
    expect(css).not.toMatch(/url\(|@font-face|@import\s+url/);
  });

  it('sets every token of the card inside the card', () => {
    const tokens = new Set([...read('tokens.css').matchAll(/(--[a-z0-9-]+)\s*:/g)].map((m) => m[1]));
    const own = new Set([...read('parts/parts.css').matchAll(/(--[a-z0-9-]+)\s*:/g)].map((m) => m[1]));
    for (const file of card)
      for (const [, name] of read(file).matchAll(/var\((--[a-z0-9-]+)/g))
        expect(tokens.has(name) || own.has(name), name).toBe(true);
  });
});
