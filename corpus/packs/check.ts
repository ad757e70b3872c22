/** What a schema cannot say about a pack: that its parts refer to each other rightly. Pure. */
import type { Claim } from '../schema/document.ts';
import type { Pack } from '../schema/pack.ts';

/** Stances carry the country in their measure: `stance:<country>` is kept as measure "stance", scope {country}. */
const STANCE = 'stance';

/** One line for each thing that does not fit; empty where all does. */
export function checkPack(pack: Pack): string[] {
  const problems: string[] = [];
  const entities = uniqueIds('entities', pack.entities, problems);
  const measures = uniqueIds('measures', pack.measures, problems);
  uniqueIds('documents', pack.documents, problems);
  for (const entity of pack.entities) {
    if (entity.country && !entities.has(entity.country))
      problems.push(`entity “${entity.id}”: country: no entity “${entity.country}”`);
    if (entity.kind === 'event' && !entity.event)
      problems.push(`entity “${entity.id}”: event: an event says its days and places`);
  }
  for (const measure of pack.measures)
    for (const other of [...measure.sameAs, ...measure.confusedWith])
      if (!measures.has(other)) problems.push(`measure “${measure.id}”: no measure “${other}”`);
  const newest = pack.documents.reduce((last, { date }) => (date && date > last ? date : last), '');
  if (newest && !pack.manifest.newest.startsWith(newest))
    problems.push(`manifest: newest: ${pack.manifest.newest}, but the newest document is of ${newest}`);
  const kinds = new Map(pack.measures.map((measure) => [measure.id, measure.kind]));
  for (const document of pack.documents) {
    const where = `document “${document.id}”`;
    for (const id of document.entities) if (!entities.has(id)) problems.push(`${where}: entities: no entity “${id}”`);
    if (document.event && !entities.has(document.event))
      problems.push(`${where}: event: no entity “${document.event}”`);
    uniqueIds(`${where}: claims`, document.claims, problems);
    for (const claim of document.claims)
      problems.push(...claimProblems(claim, kinds, entities).map((text) => `${where}: claim “${claim.id}”: ${text}`));
  }
  return problems;
}

function claimProblems(claim: Claim, kinds: Map<string, string>, entities: Set<string>): string[] {
  const problems: string[] = [];
  const kind = kinds.get(claim.measure);
  if (kind === undefined) problems.push(`measure: no measure “${claim.measure}”`);
  else if (kind !== claim.kind) problems.push(`measure: “${claim.measure}” holds a ${kind}, not a ${claim.kind}`);
  for (const key of ['country', 'event'])
    if (claim.scope[key] !== undefined && !entities.has(claim.scope[key]))
      problems.push(`scope.${key}: no entity “${claim.scope[key]}”`);
  if (claim.measure === STANCE && claim.scope.country === undefined)
    problems.push('scope.country: a stance is a country’s');
  return problems;
}

function uniqueIds(what: string, records: readonly { id: string }[], problems: string[]): Set<string> {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) problems.push(`${what}: “${id}” twice`);
    seen.add(id);
  }
  return seen;
}
