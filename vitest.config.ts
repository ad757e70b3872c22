import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/**
 * A browser's start and a page's delays (a card takes half a second) on a busy machine; longer than what a test waits for one thing
 * (`until`, a minute), whose message says more.
 */
const BROWSER_TIMEOUT_MS = 240_000;

/** Property tests read hundreds of texts: seconds on an idle machine, several times that on a busy one. */
const UNIT_TIMEOUT_MS = 60_000;

/** Two files at a time: a test mostly waits, for a card's delay or for a browser that starts. */
const browserTests = {
  maxWorkers: 2,
  testTimeout: BROWSER_TIMEOUT_MS,
  hookTimeout: BROWSER_TIMEOUT_MS,
};

export default defineConfig({
  plugins: [preact()],
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: UNIT_TIMEOUT_MS },
      },
      { extends: true, test: { name: 'browser', include: ['test/browser/**/*.browser.test.ts'], ...browserTests } },
      // On the production build: npm run build comes first.
      // One at a time: two busy browsers with an extension each gain a quarter of the time, and drivers lose their way at such load.
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.e2e.test.ts'], ...browserTests, fileParallelism: false },
      },
      { extends: true, test: { name: 'attack', include: ['test/attack/**/*.attack.test.ts'], ...browserTests } },
    ],
  },
});
