/**
 * What runs on pages. Unlisted, and registered for the sites that were granted: WXT's own wrapper for content scripts
 * tells every page who we are, and lets every page switch us off.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isConnected } from '../../utils/extension/messages.ts';
import { sweepLeftovers } from '../../utils/page/leftovers.ts';
import { claimPage } from '../../utils/page/lifecycle.ts';
import { runOnPage } from './session.ts';

export default defineUnlistedScript(() => {
  const ending = new AbortController();
  if (!claimPage({ alive: isConnected, stop: () => ending.abort() }, ending.signal)) return;
  sweepLeftovers(document);
  void runOnPage(ending.signal);
});
