/**
 * Draws the icon set: public/icon/icon.svg to PNGs of 16 to 128 pixels.
 *   npx tsx test/tools/icons.ts
 * The smallest gets thicker lines of its own: at 16 pixels the large drawing would blur.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchPlain } from './browsers.ts';

const OUT = join(import.meta.dirname, '../../public/icon');
const SIZES = [16, 32, 48, 96, 128];
const SMALL = 16;
/** Seen on light and on dark toolbars: both colours keep 3:1 on either. */
const FIRST = '#3f6df2';
const SECOND = '#d4611b';

/** Two rings that hold each other, on a field of 32; `outer` is their radius, `line` their width. */
function drawing(outer: number, line: number): string {
  const r = outer - line / 2;
  const stroke = (colour: string) => `fill="none" stroke="${colour}" stroke-width="${line}"`;
  const ring = (x: number, colour: string) => `<circle cx="${x}" cy="16" r="${r}" ${stroke(colour)}/>`;
  // The first ring once more where it passes over the second.
  const over = `<path d="M${outer + r} 16A${r} ${r} 0 0 1 ${outer} ${16 + r}" ${stroke(FIRST)}/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ring(outer, FIRST)}${ring(32 - outer, SECOND)}${over}</svg>\n`;
}

const LARGE_DRAWING = drawing(11, 3.6);
const SMALL_DRAWING = drawing(12, 4);

async function main(): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await writeFile(join(OUT, 'icon.svg'), LARGE_DRAWING);
  const browser = await launchPlain('chrome');
  try {
    const page = await browser.newPage();
    for (const size of SIZES) {
      await page.setViewport({ width: size, height: size });
      const svg = (size <= SMALL ? SMALL_DRAWING : LARGE_DRAWING).replace(
        '<svg ',
        `<svg width="${size}" height="${size}" `,
      );
      await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${svg}`);
      await page.screenshot({ path: join(OUT, `${size}.png`) as `${string}.png`, omitBackground: true });
    }
  } finally {
    await browser.close();
  }
}

await main();
