/**
 * Which parts of a page are text to be read, and which are not: controls, code, things the reader types into, and the
 * furniture around an article (menus, teasers, comments). Teasers matter most: a figure in the headline of another
 * article is not what this page says.
 */
import type { Block } from '../language/types.ts';

/** Never read: no text, not prose, typed into, struck out, or navigation. */
const SKIPPED_TAGS = new Set(
  (
    'script style noscript template head title link meta svg math canvas video audio iframe frame frameset object embed ' +
    'map img picture input textarea select option optgroup datalist button progress meter output label legend ' +
    'code pre kbd samp var nav aside menu del s strike rp rt'
  ).split(' '),
);
/** Skipped tags that leave no gap: text on both sides belongs together. */
const SEAMLESS_TAGS = new Set('script style noscript template link meta rp rt'.split(' '));

const SKIPPED_ROLES = new Set(
  (
    'navigation menu menubar toolbar tablist tab search searchbox textbox combobox listbox option slider spinbutton ' +
    'button switch complementary contentinfo banner tooltip alert status timer marquee progressbar math code'
  ).split(' '),
);

const BLOCK_TAGS = new Set(
  (
    'address article blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p section search summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const KIND_OF_TAG = new Map<string, Block['kind']>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const),
  ...['li', 'dt', 'dd'].map((tag) => [tag, 'item'] as const),
  ...['td', 'th'].map((tag) => [tag, 'cell'] as const),
  ...['caption', 'figcaption'].map((tag) => [tag, 'caption'] as const),
  ['blockquote', 'quote'],
]);

/** How an element of a known name is read by its name alone. */
interface TagRule {
  /** Not entered, whatever else it is. */
  skip: Zone | null;
  block: boolean;
  kind: Block['kind'] | null;
}

/** Class and id words of page furniture, whole words only. */
const FURNITURE =
  /^(?:comments?|comments?[-_](?:list|section|area|container|wrapper|thread)|disqus_thread|related|related[-_](?:articles|posts|stories|content|links|news)|recommended|recommendations|more[-_]stories|most[-_]read|trending|newsletter|newsletter[-_](?:signup|form|box)|promo|teaser|teasers|sidebar|breadcrumbs?|share|share[-_](?:bar|buttons|tools)|social[-_](?:share|links)|cookie[-_](?:banner|notice|consent)|ads?|advert|advertisement|sponsored|outbrain|taboola|toc|pagination|tags|tag[-_]list)$/i;
/** Elements that furniture is made of; a paragraph of class "teaser" is the article's own lead. */
const CONTAINERS = new Set('div section ul ol dl table form article details center'.split(' '));
/** Longest class attribute looked at; generated ones can be kilobytes. */
const CLASS_LIMIT = 300;

/** What the walk does with an element. */
export interface Zone {
  /** Do not enter. */
  skip: boolean;
  /** When skipped: the texts on both sides do not touch. */
  gap: boolean;
  /** Starts and ends a block. */
  block: boolean;
  /** The kind of the blocks inside, where this element decides it. */
  kind: Block['kind'] | null;
}

const SKIP_WITH_GAP: Zone = { skip: true, gap: true, block: false, kind: null };
const SKIP_SEAMLESS: Zone = { skip: true, gap: false, block: false, kind: null };
const INLINE: Zone = { skip: false, gap: false, block: false, kind: null };
const BLOCK: Zone = { skip: false, gap: false, block: true, kind: null };
const KINDS = new Map<Block['kind'], Zone>(
  (['paragraph', 'heading', 'item', 'cell', 'caption', 'quote'] as const).map((kind) => [
    kind,
    { skip: false, gap: false, block: true, kind },
  ]),
);

/** One look for what would be five: this is asked for every element of a page. */
const RULES = new Map<string, TagRule>(
  [...SKIPPED_TAGS, ...BLOCK_TAGS, ...KIND_OF_TAG.keys()].map((tag) => [
    tag,
    {
      skip: SKIPPED_TAGS.has(tag) ? (SEAMLESS_TAGS.has(tag) ? SKIP_SEAMLESS : SKIP_WITH_GAP) : null,
      block: BLOCK_TAGS.has(tag),
      kind: KIND_OF_TAG.get(tag) ?? null,
    },
  ]),
);
const INLINE_RULE: TagRule = { skip: null, block: false, kind: null };

/**
 * How an element is read. `tag` is its local name; `inArticle` is true below `<article>` or `<main>`. Asks for styles of
 * unknown elements only.
 */
export function zoneOf(element: Element, tag: string, inArticle: boolean): Zone {
  const rule = RULES.get(tag) ?? INLINE_RULE;
  if (rule.skip) return rule.skip;
  const block = rule === INLINE_RULE && tag.includes('-') ? !isDrawnInline(element) : rule.block;
  const hasAttributes = element.hasAttributes();
  if (hasAttributes && isSkippedByAttributes(element, tag, block)) return SKIP_WITH_GAP;
  if (tag === 'sup' && isNoteMark(element)) return SKIP_SEAMLESS;
  if ((tag === 'header' || tag === 'footer') && isPageFrame(element, tag, inArticle)) return SKIP_WITH_GAP;
  // Some publishing systems wrap the whole page in a form, so a form is left out only where it holds no article.
  if (tag === 'form' && element.querySelector('h1, main, article') === null) return SKIP_WITH_GAP;
  const kind = rule.kind ?? (hasAttributes && element.getAttribute('role') === 'heading' ? 'heading' : null);
  if (kind) return KINDS.get(kind) ?? BLOCK;
  return block ? BLOCK : INLINE;
}

/** A layer over the page (consent, newsletter, offer) speaks of itself, unless an article is shown in it. */
function isLayer(element: Element): boolean {
  const role = element.getAttribute('role');
  if (element.localName !== 'dialog' && role !== 'dialog' && role !== 'alertdialog') return false;
  return element.querySelector('h1, main, article, [role="main"], [role="article"]') === null;
}

/** True where nothing may be read at all: the whole document is an editor. */
export function isEditor(document: Document): boolean {
  return document.designMode === 'on' || document.body?.isContentEditable === true;
}

/** True when a change below this element cannot concern us, because we would not read it. For changes of the page. */
export function isUnread(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (SKIPPED_TAGS.has(at.localName) || (at.hasAttributes() && isSkippedByAttributes(at, at.localName, true)))
      return true;
  return false;
}

/** Most elements have none of these: asked in one question, as each costs as much as all else that is asked of an element. */
const TELLING = '[hidden],[contenteditable],[role],[aria-hidden]';

function isSkippedByAttributes(element: Element, tag: string, block: boolean): boolean {
  if (element.matches(TELLING) && isSkippedByItsWord(element, block)) return true;
  if (tag === 'dialog' && isLayer(element)) return true;
  return block && isFurniture(element, tag);
}

function isSkippedByItsWord(element: Element, block: boolean): boolean {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden !== 'until-found') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = element.getAttribute('role');
  if (role && SKIPPED_ROLES.has(role)) return true;
  // Dialogs set it on the page behind them, so on blocks it says nothing about what can be seen.
  if (!block && element.getAttribute('aria-hidden') === 'true') return true;
  return role !== null && isLayer(element);
}

function isFurniture(element: Element, tag: string): boolean {
  if (!CONTAINERS.has(tag) && !tag.includes('-')) return false;
  const words = `${element.id} ${element.getAttribute('class') ?? ''}`;
  if (words.length < 3 || words.length > CLASS_LIMIT) return false;
  if (!words.split(' ').some((word) => FURNITURE.test(word))) return false;
  // The same words name layouts ("with sidebar"): what holds the article is not furniture.
  return element.querySelector('h1, main') === null;
}

/** The header or footer of the site, not that of an article or a quotation. */
function isPageFrame(element: Element, tag: string, inArticle: boolean): boolean {
  if (inArticle || element.closest('blockquote')) return false;
  return tag === 'footer' || element.querySelector('h1') === null;
}

/** `26<sup>3</sup>` is a 26 with a note, not 263. */
function isNoteMark(element: Element): boolean {
  const text = element.textContent ?? '';
  return text.length <= 12 && /^[\s\d[\](),*†‡§]+$/.test(text);
}

function isDrawnInline(element: Element): boolean {
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'block';
  return display.startsWith('inline') || display === 'contents' || display === '';
}
