/** One report of the data → one document of the pack, with what did not fit. Pure. */
import { Claim, Document } from '../../../corpus/schema/document.ts';
import { applyMends, type Mend } from './apply-mends.ts';
import { type Draft, factDraft, figureDraft, type ReportContext, stanceDraft } from './claims.ts';
import { printedOrigin } from './origin.ts';
import { countryOfOutlet } from './outlets.ts';
import { fitting, type Refusal, Refused } from './refusal.ts';
import type { PackRules } from './rules.ts';
import { SourceFact, SourceFigure, SourceRecord, SourceStance } from './source-record.ts';

const KINDS: Readonly<Record<SourceRecord['sourceKind'], Document['kind']>> = {
  news: 'news',
  'republished-wire-or-paper': 'wire-copy',
  'aggregator-or-rewrite': 'rewrite',
  'official-statement': 'official',
  'state-media': 'state-media',
};
/** Media that a state owns and directs, whichever state: the data names one of them so. */
const STATE_MEDIA = new Set(['TRT World', 'UNITED24 Media']);

/** An agency's text is wire copy on every site, and so are copies of papers. */
function kindOf({ sourceKind, outlet }: SourceRecord): Document['kind'] {
  if (STATE_MEDIA.has(outlet)) return 'state-media';
  const kind = KINDS[sourceKind];
  return kind === 'news' && printedOrigin(outlet) !== undefined ? 'wire-copy' : kind;
}

const DATE_BASES: Readonly<Record<SourceRecord['publishedAtBasis'], string | undefined>> = {
  stated: undefined,
  url: 'from the address',
  'inferred from events': 'inferred from the events it reports',
};

export interface Converted {
  document: Document | null;
  refused: Refusal[];
}

/** Never throws: what does not fit is refused with the record, the field and the reason. */
export function convertRecord(value: unknown, line: number, rules: PackRules, mends: readonly Mend[] = []): Converted {
  const name = recordName(value, line);
  const refused: Refusal[] = [];
  const attempt = <T>(field: string, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ record: name, field: [field, error.field].filter(Boolean).join('.'), why: error.message });
      return null;
    }
  };

  const record = attempt('', () => applyMends(fitting(value, SourceRecord), mends));
  if (!record) return { document: null, refused };
  const event = attempt('', () => knownEvent(record.event, rules));
  const date = dateOf(record);
  const report: ReportContext = { outlet: record.outlet, date, event, rules };
  const drafts = [
    ...record.figures.map((item, i) =>
      attempt(`figures[${i}]`, () => figureDraft(fitting(item, SourceFigure), report)),
    ),
    ...record.stances.map((item, i) =>
      attempt(`stances[${i}]`, () => stanceDraft(fitting(item, SourceStance), report)),
    ),
    ...record.facts.map((item, i) => attempt(`facts[${i}]`, () => factDraft(fitting(item, SourceFact), report))),
  ].filter((draft) => draft !== null);
  const claims = withIds(drafts)
    .map((claim) => attempt(`claim ${claim.id}`, () => fitting(claim, Claim)))
    .filter((claim) => claim !== null);
  const entities = record.entities.filter((id) => attempt('entities', () => knownEntity(id, rules)) !== null);
  const document = attempt('', () =>
    fitting(
      {
        id: record.id,
        outlet: record.outlet,
        country: countryOfOutlet(record.outlet),
        origin: printedOrigin(record.outlet),
        title: record.title ?? record.headlineOwn,
        titleIsOurs: record.title === null ? true : undefined,
        url: record.url,
        date,
        dateBasis: basisOf(record),
        language: record.language,
        kind: kindOf(record),
        summary: record.summary,
        event: event ?? undefined,
        entities: [...new Set([...entities, ...claims.flatMap((claim) => claim.scope.country ?? [])])],
        claims,
      },
      Document,
    ),
  );
  return { document, refused };
}

const recordName = (value: unknown, line: number): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : `line ${line}`;

function knownEvent(id: string | null, rules: PackRules): string | null {
  if (id !== null && !rules.entities.get(id)?.event) throw new Refused('event', `the pack has no event “${id}”`);
  return id;
}

function knownEntity(id: string, rules: PackRules): string {
  if (!rules.entities.has(id)) throw new Refused('', `the pack has no entity “${id}”`);
  return id;
}

/** Where no day is known, the month that the record's id gives ("delfi-2025-04-…"). */
const MONTH_IN_ID = /-(?<month>20\d{2}-(?:0[1-9]|1[0-2]))-/;
const dateOf = (record: SourceRecord) => record.publishedAt ?? MONTH_IN_ID.exec(record.id)?.groups?.month;

const basisOf = (record: SourceRecord) =>
  record.publishedAt === null ? (record.note ?? 'no date in what was read') : DATE_BASES[record.publishedAtBasis];

/** Ids that say what is claimed: "coalition-members", "stance-germany", and a number where that is said twice. */
function withIds(drafts: readonly Draft[]): (Draft & { id: string })[] {
  const used = new Map<string, number>();
  return drafts.map((draft) => {
    const { country, item } = draft.scope;
    const base = [draft.measure, country, item].filter(Boolean).join('-');
    const n = (used.get(base) ?? 0) + 1;
    used.set(base, n);
    return { ...draft, id: n === 1 ? base : `${base}-${n}` };
  });
}
