/** Link that opens a source at the passage (text fragment), or just the source, or nothing where it has no address. */
import type { Claim } from './schema/document.ts';

const part = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/** `undefined` where the source has no address. Browsers that do not know text fragments open the page's top. */
export function passageLink(url: string | undefined, fragment: Claim['fragment']): string | undefined {
  if (!url) return undefined;
  if (!fragment) return url;
  const [page] = url.split('#');
  return `${page}#:~:text=${part(fragment.start)}${fragment.end ? `,${part(fragment.end)}` : ''}`;
}
