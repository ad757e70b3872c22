/** What an update changes: records that came, went or are others now. Pure. */
import { canonicalJson } from './canonical.ts';
import type { Claim, Document } from './schema/document.ts';
import type { Pack } from './schema/pack.ts';

/** Names of records, in words. */
export interface Changes {
  added: string[];
  removed: string[];
  changed: string[];
}

export interface PackDiff {
  /** How the new version number stands to the old one. */
  version: 'newer' | 'same' | 'older';
  from: string;
  to: string;
  documents: Changes;
  claims: Changes;
  measures: Changes;
  entities: Changes;
  /** Anything else: title, topic, selection, vocabulary. */
  other: boolean;
}

const NOTHING = (): Changes => ({ added: [], removed: [], changed: [] });

export function diffPacks(before: Pack, after: Pack): PackDiff {
  const claims = (pack: Pack) =>
    pack.documents.flatMap((document) =>
      document.claims.map((claim) => ({
        id: `${document.id} ${claim.id}`,
        name: claimName(document, claim),
        of: claim,
      })),
    );
  const named = <T extends { id: string }>(records: readonly T[], name: (record: T) => string) =>
    records.map((record) => ({ id: record.id, name: name(record), of: record }));
  const heads = (pack: Pack) =>
    pack.documents.map(({ claims: _, ...head }) => ({ id: head.id, name: documentName(head), of: head }));
  const { version: from, ...manifestBefore } = before.manifest;
  const { version: to, ...manifestAfter } = after.manifest;
  return {
    version: compareVersions(from, to),
    from,
    to,
    documents: changes(heads(before), heads(after)),
    claims: changes(claims(before), claims(after)),
    measures: changes(
      named(before.measures, (one) => one.label),
      named(after.measures, (one) => one.label),
    ),
    entities: changes(
      named(before.entities, (one) => one.name),
      named(after.entities, (one) => one.name),
    ),
    other: canonicalJson([manifestBefore, before.vocabulary]) !== canonicalJson([manifestAfter, after.vocabulary]),
  };
}

/** Nothing is another than before. */
export const isSame = ({ version, documents, claims, measures, entities, other }: PackDiff): boolean =>
  version === 'same' &&
  !other &&
  [documents, claims, measures, entities].every(
    (one) => one.added.length + one.removed.length + one.changed.length === 0,
  );

interface Named {
  id: string;
  name: string;
  of: unknown;
}

function changes(before: readonly Named[], after: readonly Named[]): Changes {
  const found = NOTHING();
  const old = new Map(before.map((one) => [one.id, one]));
  for (const one of after) {
    const known = old.get(one.id);
    if (!known) found.added.push(one.name);
    else if (canonicalJson(known.of) !== canonicalJson(one.of)) found.changed.push(one.name);
    old.delete(one.id);
  }
  found.removed.push(...[...old.values()].map((one) => one.name));
  return found;
}

const documentName = ({ outlet, title }: Pick<Document, 'outlet' | 'title'>): string => `${outlet}: ${title}`;
const claimName = (document: Document, claim: Claim): string => `“${claim.surface}” (${document.outlet})`;

function compareVersions(from: string, to: string): PackDiff['version'] {
  const a = from.split('.').map(Number);
  const b = to.split('.').map(Number);
  for (let at = 0; at < a.length; at++) {
    const step = (b[at] ?? 0) - (a[at] ?? 0);
    if (step !== 0) return step > 0 ? 'newer' : 'older';
  }
  return 'same';
}
