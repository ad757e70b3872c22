/** Finds or installs both browsers and says which they are. */
import { type BrowserName, browserVersion } from './browsers.ts';

const BROWSERS: BrowserName[] = ['chrome', 'firefox'];
for (const name of BROWSERS) console.log(browserVersion(name));
