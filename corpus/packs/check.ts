/** What a schema cannot say about a pack: that its parts refer to each other rightly. Pure. */
import type { Claim } from '../schema/document.ts';
import type { Measure } from '../schema/measure.ts';
import type { Pack } from '../schema/pack.ts';
import { ledgerProblems } from './check-ledger.ts';
import { compileProblems } from './compiles.ts';
import type { Problem } from './problem.ts';

/** Stances carry the country in their measure: `stance:<country>` is kept as measure "stance", scope {country}. */
const STANCE = 'stance';

/** One line for each thing that does not fit, with the ids of its records; empty where all does. */
export function checkPack(pack: Pack): string[] {
  return packProblems(pack).map(
    ({ path, text, remedy }) => `${recordNames(pack, path)}: ${text}${remedy ? `; ${remedy}` : ''}`,
  );
}

/** Everything that does not fit, with the place of each. */
export function packProblems(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const entities = uniqueIds(['entities'], pack.entities, problems);
  const measures = uniqueIds(['measures'], pack.measures, problems);
  uniqueIds(['documents'], pack.documents, problems);
  const noEntity = (path: Problem['path'], id: string): void => {
    problems.push({ path, text: `no entity “${id}”`, remedy: 'add it to entities or correct the id' });
  };
  pack.entities.forEach((entity, at) => {
    if (entity.country && !entities.has(entity.country)) noEntity(['entities', at, 'country'], entity.country);
    if (entity.kind === 'event' && !entity.event)
      problems.push({ path: ['entities', at, 'event'], text: 'an event says its days and places' });
  });
  problems.push(...pack.measures.flatMap((measure, at) => measureProblems(measure, at, measures)));
  problems.push(...compileProblems(pack));
  const newest = pack.documents.reduce((last, { date }) => (date && date > last ? date : last), '');
  if (newest && !pack.manifest.newest.startsWith(newest))
    problems.push({
      path: ['manifest', 'newest'],
      text: `${pack.manifest.newest}, but the newest document is of ${newest}`,
      remedy: 'say how far the documents reach',
    });
  const languages = new Set(pack.manifest.languages);
  const unlisted = new Set(pack.documents.map(({ language }) => language).filter((one) => !languages.has(one)));
  for (const one of unlisted)
    problems.push({
      path: ['manifest', 'languages'],
      text: `there are documents in “${one}”`,
      remedy: 'list every language of the documents',
    });
  const kinds = new Map(pack.measures.map((measure) => [measure.id, measure.kind]));
  pack.documents.forEach((document, at) => {
    document.entities.forEach((id, i) => {
      if (!entities.has(id)) noEntity(['documents', at, 'entities', i], id);
    });
    if (document.event && !entities.has(document.event)) noEntity(['documents', at, 'event'], document.event);
    uniqueIds(['documents', at, 'claims'], document.claims, problems);
    document.claims.forEach((claim, i) => {
      for (const { path, ...rest } of claimProblems(claim, kinds, entities))
        problems.push({ path: ['documents', at, 'claims', i, ...path], ...rest });
    });
  });
  problems.push(...ledgerProblems(pack));
  return problems;
}

function measureProblems(measure: Measure, at: number, measures: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const refer = (field: string, ids: readonly (string | undefined)[]): void => {
    for (const id of ids)
      if (id !== undefined && !measures.has(id))
        problems.push({
          path: ['measures', at, field],
          text: `no measure “${id}”`,
          remedy: 'add it to measures or correct the id',
        });
  };
  refer('sameAs', measure.sameAs);
  refer('confusedWith', measure.confusedWith);
  if (measure.kind === 'figure') {
    refer('ifSeveral', [measure.ifSeveral]);
    refer('atPlace', [measure.atPlace?.measure]);
  }
  return problems;
}

function claimProblems(claim: Claim, kinds: Map<string, string>, entities: Set<string>): Problem[] {
  const problems: Problem[] = [];
  const kind = kinds.get(claim.measure);
  if (kind === undefined)
    problems.push({
      path: ['measure'],
      text: `no measure “${claim.measure}”`,
      remedy: 'add it to measures or correct the id',
    });
  else if (kind !== claim.kind)
    problems.push({ path: ['measure'], text: `“${claim.measure}” holds a ${kind}, not a ${claim.kind}` });
  for (const key of ['country', 'event'])
    if (claim.scope[key] !== undefined && !entities.has(claim.scope[key]))
      problems.push({
        path: ['scope', key],
        text: `no entity “${claim.scope[key]}”`,
        remedy: 'add it to entities or correct the id',
      });
  if (claim.measure === STANCE && claim.scope.country === undefined)
    problems.push({ path: ['scope', 'country'], text: 'a stance is a country’s' });
  return problems;
}

function uniqueIds(path: Problem['path'], records: readonly { id: string }[], problems: Problem[]): Set<string> {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) problems.push({ path, text: `“${id}” twice`, remedy: 'give one of them another id' });
    seen.add(id);
  }
  return seen;
}

const SINGULAR: Record<string, string> = { entities: 'entity', measures: 'measure', documents: 'document' };

/** `document “seed-000”: claim “a0c”: measure` */
function recordNames(pack: Pack, path: Problem['path']): string {
  const [list, at, ...rest] = path;
  if (typeof list !== 'string' || typeof at !== 'number') return path.slice(0, 2).join(': ');
  const record = pack[list as 'entities' | 'measures' | 'documents'][at];
  const names = [`${SINGULAR[list] ?? list} “${record?.id ?? at}”`];
  let fields = rest;
  if (fields[0] === 'claims' && typeof fields[1] === 'number') {
    names.push(`claim “${record && 'claims' in record ? record.claims[fields[1]]?.id : fields[1]}”`);
    fields = fields.slice(2);
  }
  const field = fields.filter((part) => typeof part === 'string').join('.');
  return [...names, ...(field ? [field] : [])].join(': ');
}
