import type { DocumentInfo, Item } from '../../utils/report.ts';
import type { CardWords } from '../../utils/words/card-words.ts';
import { groupBy, groupSources, quoteLanguage, type SourceGroup } from './groups.ts';
import { Diamond, Sign } from './Icon.tsx';
import { safeHref } from './link.ts';
import { upperFirst } from './text.ts';

type Documents = Readonly<Record<string, DocumentInfo>>;

/** Dots that stand for one source each, before a number says it. */
const MAX_TALLY = 8;
/** Descriptions of one count in its row: with more, the row is a page; the list of each source has them all. */
const WORDINGS_SHOWN = 3;

/** The link to a source: a new tab, nothing handed on, http and https only. */
export function OpenLink({ url, outlet, words }: { url?: string; outlet: string; words: CardWords }) {
  const href = safeHref(url);
  if (!href) return <span class="quiet">{words.t('sources.no-address')}</span>;
  return (
    <a
      class="open"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={words.t('sources.open-at', { outlet })}
    >
      {words.t('sources.open')}
      <Sign name="out" />
    </a>
  );
}

/** "Novaya Gazeta Europe and 3 more". */
export function outletsOf(group: Pick<SourceGroup, 'outlets'>, words: CardWords): string {
  const [outlet = '', ...more] = group.outlets;
  return more.length > 0 ? words.t('sources.and-more', { outlet, n: more.length }) : outlet;
}

interface MetaProps {
  group: Pick<SourceGroup, 'outlets' | 'dates'>;
  words: CardWords;
  /** What was counted, and how the row stands to the page. */
  detail?: string;
  pair?: string;
  /** Of the detail. */
  language?: string;
}

/** The quiet line of a row: what was counted; outlets, dates, and how it stands to this page. */
function Meta({ group, words, detail, pair, language }: MetaProps) {
  const when = group.dates.length > 0 ? words.dates(group.dates) : words.t('sources.unknown-date');
  return (
    <span class="quiet sources__meta">
      {detail && (
        <>
          <bdi lang={language}>{upperFirst(detail)}</bdi>
          <br />
        </>
      )}
      <bdi>{outletsOf(group, words)}</bdi> · <span class="nowrap">{when}</span>
      {pair && (
        <>
          {' · '}
          <span class="nowrap">{pair}</span>
        </>
      )}
    </span>
  );
}

/** What all sources of the row counted; undefined where they describe it differently, or some do not. */
function sharedWording({ all, wordings }: SourceGroup): string | undefined {
  return wordings.length === 1 && all.every((one) => one.wording === wordings[0]) ? wordings[0] : undefined;
}

/** Whose words a row begins with: the interface's, the pack's or the source's. */
interface RowHead {
  text: string;
  of: 'interface' | 'pack' | 'source';
}

/** Who said it; else what was counted; else the words themselves. */
export function headOf(group: SourceGroup, words: CardWords): RowHead {
  const [speaker, ...others] = group.speakers;
  if (speaker && others.length === 0) return { text: upperFirst(speaker), of: 'pack' };
  if (speaker) return { text: upperFirst(words.t('sources.and-others', { name: speaker })), of: 'interface' };
  if (group.origin) return { text: words.t('sources.via', { origin: group.origin }), of: 'interface' };
  const wording = sharedWording(group);
  if (wording) return { text: upperFirst(wording), of: 'pack' };
  return { text: words.t('sources.quote', { text: group.all[0]?.surface ?? '' }), of: 'source' };
}

function headLanguage({ of }: RowHead, group: SourceGroup, item: Item, documents: Documents): string | undefined {
  if (of === 'interface') return undefined;
  const [first] = group.all;
  return of === 'source' && first ? quoteLanguage(first, documents) : item.language;
}

/**
 * The description that goes with the count, where the row's head does not say it already. Where sources describe one
 * count differently, that is what a careful reader looks for: all of them, if there is room.
 */
function detailOf(group: SourceGroup, head: string, roomy: boolean, words: CardWords): string | undefined {
  if (roomy && group.wordings.length > 1) {
    const wordings = group.wordings.slice(0, WORDINGS_SHOWN).join(' / ');
    const n = group.wordings.length - WORDINGS_SHOWN;
    return n > 0 ? words.t('sources.more-wordings', { wordings, n }) : wordings;
  }
  const first = sharedWording(group);
  return first && upperFirst(first) !== head ? first : undefined;
}

/** What the row is to this page, where rows of one list differ in it. */
function pairWord(group: SourceGroup, words: CardWords, roomy: boolean): string {
  const exactness = roomy && group.verdict === 'fits' ? group.all[0]?.exactness : undefined;
  return words.t(exactness ? `pair.${exactness}` : `pair.${group.verdict}`);
}

const mixed = (groups: readonly SourceGroup[]) => new Set(groups.map((group) => group.verdict)).size > 1;

interface SourceListProps {
  item: Item;
  documents: Documents;
  words: CardWords;
  /** Rows shown; the rest is counted by `hiddenSources`. */
  limit: number;
  /** Room for the different descriptions of one count. */
  roomy?: boolean;
}

/** One row for each figure and origin. */
export function SourceList({ item, documents, words, limit, roomy = false }: SourceListProps) {
  const groups = groupSources(item.against, documents);
  const sayPair = mixed(groups);
  return (
    <ul class="sources" aria-label={words.t('sources.label')}>
      {groups.slice(0, limit).map((group) => {
        const head = headOf(group, words);
        return (
          <li class="sources__row" key={group.all[0]?.claim}>
            <bdi class="sources__figure">{group.display}</bdi>
            <span class="sources__who">
              <bdi lang={headLanguage(head, group, item, documents)}>{head.text}</bdi>
            </span>
            <OpenLink url={group.url} outlet={group.openOutlet} words={words} />
            <Meta
              group={group}
              words={words}
              detail={detailOf(group, head.text, roomy, words)}
              pair={sayPair ? pairWord(group, words, roomy) : undefined}
              language={item.language}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** How many sources the list leaves out. */
export function hiddenSources(item: Item, documents: Documents, limit: number): number {
  return groupSources(item.against, documents)
    .slice(limit)
    .reduce((sum, group) => sum + group.all.length, 0);
}

function Tally({ n }: { n: number }) {
  return (
    <svg class="tally" width={n * 10} height="9" aria-hidden="true">
      {Array.from({ length: n }, (_, i) => (
        <circle key={i} cx={i * 10 + 4.5} cy="4.5" r="4" fill="currentColor" />
      ))}
    </svg>
  );
}

function Here({ words }: { words: CardWords }) {
  return (
    <span class="here">
      <Diamond />
      {words.t('scale.this-page')}
    </span>
  );
}

/** For facts and stances: each value once, who says it, and where this page stands. */
export function ValueList({ item, documents, words, limit }: SourceListProps) {
  const groups = groupSources(item.against, documents);
  const values = groupBy(groups, (group) => group.display);
  const shown = values.slice(0, limit);
  const sayPair = mixed(groups);
  const pageHasRow = shown.some((same) => same[0]?.display === item.display);
  return (
    <ul class="sources" aria-label={words.t('sources.label')}>
      {!pageHasRow && (
        <li class="sources__row">
          <span class="sources__value">
            <bdi lang={item.language}>{item.display}</bdi>
            <Here words={words} />
          </span>
        </li>
      )}
      {shown.map((same) => {
        const first = same[0] as SourceGroup;
        const n = same.reduce((sum, group) => sum + group.all.length, 0);
        const outlets = [...new Set(same.flatMap((group) => group.outlets))];
        const dates = same.flatMap((group) => group.dates);
        const opened = same.find((group) => group.url) ?? first;
        return (
          <li class="sources__row" key={first.display}>
            <span class="sources__value">
              <bdi lang={item.language}>{first.display}</bdi>
              <Tally n={Math.min(n, MAX_TALLY)} />
              {first.display === item.display && <Here words={words} />}
            </span>
            <OpenLink url={opened.url} outlet={opened.openOutlet} words={words} />
            <Meta group={{ outlets, dates }} words={words} pair={sayPair ? pairWord(first, words, true) : undefined} />
          </li>
        );
      })}
    </ul>
  );
}
