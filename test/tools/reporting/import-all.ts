/** All lines of a reporting file → documents, and what was refused. Pure. */
import type { Document } from '../../../corpus/schema/document.ts';
import type { Mend } from './apply-mends.ts';
import { convertRecord } from './document.ts';
import type { Refusal } from './refusal.ts';
import type { PackRules } from './rules.ts';

export interface Imported {
  documents: Document[];
  refused: Refusal[];
}

/** `taken`: ids that a record may not have, as they are the pack's own documents. */
export function importLines(
  lines: readonly string[],
  rules: PackRules,
  mends: readonly Mend[],
  taken: readonly string[],
): Imported {
  const documents: Document[] = [];
  const refused: Refusal[] = [];
  const seen = new Set(taken);
  const read = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (!line.trim()) continue;
    const value = parsed(line);
    if (value === undefined) {
      refused.push({ record: `line ${i + 1}`, field: '', why: 'is not JSON' });
      continue;
    }
    const converted = convertRecord(value, i + 1, rules, mends);
    refused.push(...converted.refused);
    const { document } = converted;
    if (!document) continue;
    read.add(document.id);
    if (seen.has(document.id)) refused.push({ record: document.id, field: 'id', why: 'another document has it' });
    else {
      seen.add(document.id);
      documents.push(document);
    }
  }
  for (const record of new Set(mends.map((mend) => mend.record)))
    if (!read.has(record)) refused.push({ record, field: 'mends', why: 'there is a mend for it, but no such record' });
  return { documents, refused };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
