/** Finds the browsers that the tests drive, or installs them (root on Debian), or says what to install. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';

export type BrowserName = 'chrome' | 'firefox';

const NAMES: Record<BrowserName, string[]> = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};
const VARIABLE: Record<BrowserName, string> = { chrome: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };
const PACKAGE: Record<BrowserName, string> = { chrome: 'chromium', firefox: 'firefox-esr' };
/** Looked into beside PATH, which may be bare. */
const PLACES = ['/usr/bin', '/usr/local/bin', '/snap/bin'];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the browser, or null. */
export function findBrowser(name: BrowserName): string | null {
  const given = process.env[VARIABLE[name]];
  if (given && isExecutable(given)) return given;
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...PLACES];
  for (const folder of folders)
    for (const file of NAMES[name]) if (isExecutable(join(folder, file))) return join(folder, file);
  return null;
}

/** Path of the browser; installs it with apt-get where that can work. Throws with a hint where it cannot. */
export function ensureBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found) return found;
  const apt = ['/usr/bin/apt-get', '/bin/apt-get'].find(isExecutable);
  if (apt && process.getuid?.() === 0) {
    console.error(`Installing ${PACKAGE[name]} with apt-get …`);
    const env = {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`,
    };
    spawnSync(apt, ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', PACKAGE[name]], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    const installed = findBrowser(name);
    if (installed) return installed;
  }
  throw new Error(
    `No ${PACKAGE[name]} found. Install it (Debian: apt-get install ${PACKAGE[name]}) or set ${VARIABLE[name]} to its path.`,
  );
}

/** A headless browser without the extension, for pages and components. */
export async function launchPlain(name: BrowserName, options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = ensureBrowser(name);
  if (name === 'firefox') return puppeteer.launch({ browser: 'firefox', executablePath, headless: true, ...options });
  return puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    ...options,
    // The sandbox cannot start as root, which containers are.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(options.args ?? [])],
  });
}

/** First line of `--version`, for reports. */
export function browserVersion(name: BrowserName): string {
  return execFileSync(ensureBrowser(name), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
