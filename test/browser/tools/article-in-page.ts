/** What the tests of extraction run inside a page. */
import { extractArticle } from '../../../utils/page/article.ts';

(globalThis as unknown as { extractArticle: typeof extractArticle }).extractArticle = extractArticle;
