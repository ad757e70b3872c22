/**
 * Cards for pages, in a script of their own: the background brings it into a page once that is known to be on a topic, so
 * that all other pages do without a drawing library, the scale and their words.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerCards } from './offer.ts';

export default defineUnlistedScript(() => offerCards());
