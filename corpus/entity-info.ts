/** What a card says of a name: who it is as of the page's date, where their country stands, how many sources name them. */
import type { DateRange } from '../utils/language/types.ts';
import type { EntityInfo, StanceLine } from '../utils/report.ts';
import { claimDate } from './comparable.ts';
import { sameMission, strongestStances } from './compare-statements.ts';
import type { Engine } from './engine.ts';
import type { StanceClaim } from './schema/document.ts';
import type { ClaimRow } from './source.ts';

/** A card shows the latest few; the panel has them all. */
const STANCES_SHOWN = 4;

interface Facts {
  engine: Pick<Engine, 'entities' | 'valueLabel'>;
  counts: { documents: number; mentioning: Map<string, number> };
  stances: readonly ClaimRow[];
  pageDate: DateRange | null;
  /** Of the pack's words. */
  language?: string;
}

/** The role held on the page's date; where the page has none, the latest. */
function roleAt(
  roles: readonly { title: string; from?: string | null; to?: string | null }[] | undefined,
  day: string | undefined,
) {
  if (!roles?.length) return undefined;
  const held = day
    ? roles.filter((r) => (!r.from || r.from <= day) && (!r.to || day <= r.to))
    : roles.filter((r) => !r.to);
  return (held.at(-1) ?? (day ? undefined : roles.at(-1)))?.title;
}

type StanceRow = ClaimRow & { claim: StanceClaim };

/**
 * The positions of a country, newest first. Sources that tell one position one after the other are one line: that of the
 * newest, or of the newest office-holder among them. Reports that an office-holder's own words outdo are left out.
 */
function stanceLines(country: string, facts: Facts): StanceLine[] {
  const newestFirst = strongestStances(facts.stances.filter(({ claim }) => claim.scope.country === country))
    .filter((row): row is StanceRow => row.claim.kind === 'stance')
    .sort((a, b) => (claimDate(b) ?? '').localeCompare(claimDate(a) ?? ''));
  const runs: StanceRow[][] = [];
  for (const row of newestFirst) {
    const last = runs.at(-1)?.[0]?.claim;
    if (last?.value === row.claim.value && sameMission(last.mission, row.claim.mission)) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  return runs.slice(0, STANCES_SHOWN).flatMap((run) => {
    const row = run.find(({ claim }) => claim.officeHolder) ?? run[0];
    if (!row) return [];
    const { claim, document } = row;
    return {
      country,
      value: claim.value,
      display: facts.engine.valueLabel(claim.measure, claim.value),
      detail: claim.detail ?? claim.wording,
      asOf: claimDate(row),
      saidBy: claim.saidBy,
      document: document.id,
      more: new Set(run.map((one) => one.claim.origin ?? one.document.id)).size - 1,
    };
  });
}

/** By entity id; unknown ids are left out. */
export function entityInfos(ids: readonly string[], facts: Facts): Record<string, EntityInfo> {
  const day = facts.pageDate?.to;
  const infos: Record<string, EntityInfo> = {};
  for (const id of ids) {
    const entity = facts.engine.entities.get(id);
    if (!entity) continue;
    const countryId = entity.kind === 'country' ? entity.id : entity.country;
    const country = countryId ? facts.engine.entities.get(countryId) : undefined;
    infos[id] = {
      id,
      kind: entity.kind,
      name: entity.name,
      role: roleAt(entity.roles, day),
      country: country && entity.kind !== 'country' ? { id: country.id, name: country.name } : undefined,
      description: entity.description,
      language: facts.language,
      stances: countryId ? stanceLines(countryId, facts) : [],
      sources: facts.counts.mentioning.get(id) ?? 0,
      sourcesOf: facts.counts.documents,
    };
  }
  return infos;
}
