/** What a card says of a name: who it is as of the page's date, where their country stands, how many sources name them. */
import type { DateRange } from '../utils/language/types.ts';
import type { EntityInfo, StanceLine } from '../utils/report.ts';
import { claimDate } from './comparable.ts';
import type { Engine } from './engine.ts';
import type { ClaimRow } from './source.ts';

/** A card shows the latest few; the panel has them all. */
const STANCES_SHOWN = 4;

interface Facts {
  engine: Engine;
  counts: { documents: number; mentioning: Map<string, number> };
  stances: readonly ClaimRow[];
  pageDate: DateRange | null;
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

function stanceLines(country: string, facts: Facts): StanceLine[] {
  return facts.stances
    .filter(({ claim }) => claim.kind === 'stance' && claim.scope.country === country)
    .sort((a, b) => (claimDate(b) ?? '').localeCompare(claimDate(a) ?? ''))
    .slice(0, STANCES_SHOWN)
    .flatMap((row) => {
      const { claim, document } = row;
      if (claim.kind !== 'stance') return [];
      return [
        {
          country,
          value: claim.value,
          display: facts.engine.valueLabel(claim.measure, claim.value),
          detail: claim.detail ?? claim.wording,
          asOf: claimDate(row),
          saidBy: claim.saidBy,
          document: document.id,
        },
      ];
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
      stances: countryId ? stanceLines(countryId, facts) : [],
      sources: facts.counts.mentioning.get(id) ?? 0,
      sourcesOf: facts.counts.documents,
    };
  }
  return infos;
}
