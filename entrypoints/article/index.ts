/**
 * The article of a page for saving. Brought into a page when the reader presses the button, never before: the reader
 * script stays small. Its result goes back to whoever brought it in.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extractArticle } from '../../utils/page/article.ts';

export default defineUnlistedScript(() => extractArticle(document));
