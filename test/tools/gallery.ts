/**
 * Draws every component in every state to out/gallery/*.png, light and dark, at three widths, from left to right and from right to
 * left, and runs axe-core over each; in the other languages, with wide text spacing (WCAG 1.4.12), and with the focus on each thing that
 * takes it, it measures, and draws one sheet each.
 *   npm run gallery -- [part-of-a-name …]
 * Exits with 1 where axe finds a violation, where something is wider than its place, cut off or too small to hit, where the focus cannot
 * be seen, or where the page logs an error.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { launchPlain } from './browsers.ts';
import type { Theme } from './gallery-stories.tsx';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'out/gallery');
const WIDTHS = [320, 380, 520] as const;
const PAGE_WIDTHS = [320, 420, 1100] as const;
const THEMES: Theme[] = ['light', 'dark'];
/** Cards stand in a root of their own, whose direction is theirs on any page: they are drawn once. */
const DIRECTIONS = ['ltr', 'rtl'] as const;
type Direction = (typeof DIRECTIONS)[number];
/** A page that does its worst to what stands on it. */
const HOSTILE = `
  html { font-size: 40px; direction: rtl; --accent: red; --surface-raised: magenta; --size-m: 30px; --text: lime }
  * { color: red !important; letter-spacing: 6px !important; text-transform: uppercase !important }
  div, p, ul, li, svg, button { margin: 50px; padding: 30px; border: 5px solid lime; float: right }
  .card, .chip, .theme { display: none !important }`;

/** What a reader may set for every text without losing any of it. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

async function bundle(entry: string, css = false, language: Language = 'en'): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { GALLERY_LANGUAGE: JSON.stringify(language) },
    ...(css ? { format: undefined } : {}),
  });
  if (result.warnings.length > 0) throw new Error(`${entry}: ${result.warnings.map((one) => one.text).join('; ')}`);
  return result.outputFiles[0]?.text ?? '';
}

interface Problem {
  where: string;
  what: string;
}

/** Every rule but the one on the page's own heading, which cards do not bring. */
async function axe(page: Page, where: string, isPage: boolean): Promise<Problem[]> {
  const results = (await page.evaluate(
    (rules) =>
      (window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } }).axe.run(
        document,
        { rules },
      ),
    { 'page-has-heading-one': { enabled: isPage } },
  )) as AxeResults;
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => ({
      where,
      what: `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
    })),
  );
}

/** Text that was cut, a row that does not wrap, a target that is too small. */
async function room(page: Page, where: string): Promise<Problem[]> {
  const found = await page.evaluate(() => window.galleryRoom());
  return found.map((what) => ({ where, what }));
}

async function main(): Promise<number> {
  await mkdir(OUT, { recursive: true });
  const [script, cardCss, pageCss] = await Promise.all([
    bundle('test/tools/gallery-stories.tsx'),
    bundle('components/card/card.css', true),
    bundle('components/pages.css', true),
  ]);
  const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const stageCss = `
    body { margin: 0 } .stage { display: flex; flex-wrap: wrap; gap: 24px; padding: 24px; align-items: flex-start; background: #d9d6cf }
    [data-gallery=dark] .stage { background: #050505 } .cell { width: fit-content; max-width: 100% } .cell .panel { min-height: 420px }
    .cell .panel__head { position: static }`;
  const browser = await launchPlain('chrome');
  const problems: Problem[] = [];
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => problems.push({ where: 'page', what: String(error) }));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push({ where: 'console', what: message.text() });
    });
    let spoken = script;
    let language: Language = 'en';
    const open = async (css: string, theme: Theme, direction: Direction = 'ltr') => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await page.setContent(
        `<!doctype html><html lang="${language}" dir="${direction}"><head><title>Gallery</title></head><body></body></html>`,
      );
      await page.addStyleTag({ content: css });
      await page.addScriptTag({ content: spoken });
      await page.addScriptTag({ content: axeSource });
    };
    const show = (names: string[], theme: Theme, width: number | null, more = '') =>
      page.evaluate((n, t, w, c) => window.galleryShow(n, t, w, c), names, theme, width, cardCss + more);

    await page.setViewport({ width: 1240, height: 900 });
    await open(stageCss, 'light');
    const wanted = process.argv.slice(2);
    const all = await page.evaluate(() => window.galleryNames);
    const names = all.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
    const cards = names.filter((name) => name.startsWith('card-'));
    const panels = names.filter((name) => name.startsWith('panel-'));
    const pages = names.filter((name) => name.startsWith('page-'));

    // Effects run after the frame that drew.
    const settle = () => page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
    const take = async (group: string[], theme: Theme, width: number | null, label: string, mark = '') => {
      if (group.length === 0) return;
      await show(group, theme, width);
      await settle();
      const isPage = width !== null;
      problems.push(...(await axe(page, label, isPage)), ...(await room(page, label)));
      for (const cell of await page.$$('.cell')) {
        const name = await cell.evaluate((element) => (element as HTMLElement).dataset.story ?? '');
        await cell.screenshot({ path: join(OUT, `${name}${isPage ? `-${width}` : ''}${mark}-${theme}.png`) });
      }
    };
    const sheet = async (group: string[], theme: Theme, width: number | null, label: string, more = '') => {
      if (group.length === 0) return;
      await show(group, theme, width, more);
      await settle();
      problems.push(...(await room(page, label)));
      await page.screenshot({ path: join(OUT, `sheet-${label}.png`), fullPage: true });
    };
    for (const theme of THEMES) {
      await open(`${pageCss}${stageCss}`, theme);
      await take(cards, theme, null, `cards-${theme}`);
      await sheet(cards, theme, null, `cards-${theme}`);
      for (const direction of DIRECTIONS) {
        const mark = direction === 'ltr' ? '' : '-rtl';
        await page.setViewport({ width: 1240, height: 900 });
        await open(`${pageCss}${stageCss}`, theme, direction);
        for (const width of WIDTHS) {
          for (const name of panels) await take([name], theme, width, `${name}-${width}${mark}-${theme}`, mark);
          await sheet(panels, theme, width, `panels-${width}${mark}-${theme}`);
        }
        for (const width of PAGE_WIDTHS) {
          await page.setViewport({ width: width + 48, height: 900 });
          for (const name of pages) await take([name], theme, width, `${name}-${width}${mark}-${theme}`, mark);
        }
      }
      await page.setViewport({ width: 1240, height: 900 });
      if (cards.length > 0) {
        await open(HOSTILE, theme);
        await show(cards.slice(0, 3), theme, null);
        await page.screenshot({ path: join(OUT, `hostile-${theme}.png`), fullPage: true });
      }
    }
    const everySheet = async (label: string, more = '') => {
      await sheet(cards, 'light', null, `cards-${label}`, more);
      await sheet(panels, 'light', WIDTHS[0], `panels-${label}`, more);
      // As wide as the window, by which pages are laid out.
      await page.setViewport({ width: PAGE_WIDTHS[0] + 48, height: 900 });
      await sheet(pages, 'light', PAGE_WIDTHS[0], `pages-${label}`, more);
      await page.setViewport({ width: 1240, height: 900 });
    };
    for (const other of LANGUAGES.filter((one) => one !== 'en')) {
      language = other;
      spoken = await bundle('test/tools/gallery-stories.tsx', false, other);
      await open(`${pageCss}${stageCss}`, 'light');
      await everySheet(other);
      await sheet(panels, 'light', WIDTHS[1], `panels-${WIDTHS[1]}-${other}`);
    }
    [language, spoken] = ['en', script];
    await open(`${pageCss}${stageCss}${SPACING}`, 'light');
    await everySheet('spacing', SPACING);
    let outlines = 0;
    for (const theme of THEMES) {
      await open(`${pageCss}${stageCss}`, theme);
      for (const [group, width] of [
        [cards, null],
        [panels, 380],
        [pages, 420],
      ] as const) {
        await show(group, theme, width);
        await settle();
        // From here on the focus is one of the keyboard.
        await page.keyboard.press('Tab');
        const found = await page.evaluate(() => window.galleryOutlines());
        outlines += found.seen;
        problems.push(...found.problems.map((what) => ({ where: `focus, ${theme}`, what })));
      }
    }
    console.log(`focus seen on ${outlines} things`);
    await page.emulateMediaFeatures([]);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await page.setContent('<!doctype html><html lang="en"><head><title>Gallery</title></head><body></body></html>');
    await page.addStyleTag({ content: `${pageCss}${stageCss}` });
    await page.addScriptTag({ content: script });
    await show([...cards.slice(0, 3), ...panels.slice(0, 1)], 'light', 380);
    await settle();
    await page.screenshot({ path: join(OUT, 'forced-colors.png'), fullPage: true });
    console.log(`${names.length} stories drawn to out/gallery`);
  } finally {
    await browser.close();
  }
  await writeFile(join(OUT, 'problems.json'), JSON.stringify(problems, null, 2));
  for (const { where, what } of problems) console.error(`${where}: ${what}`);
  console.log(`axe, overflow and page errors: ${problems.length}`);
  return problems.length > 0 ? 1 : 0;
}

main().then((code) => {
  process.exitCode = code;
});
