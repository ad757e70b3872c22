/** That a manifest's ledger and known unknowns speak of what the pack holds. Pure. */
import type { Measure } from '../schema/measure.ts';
import type { Pack } from '../schema/pack.ts';
import type { Problem } from './problem.ts';

/** Everything that does not fit, with the place of each. */
export function ledgerProblems({ manifest, measures, documents }: Pack): Problem[] {
  const problems: Problem[] = [];
  const known = new Set(documents.map((document) => document.id));
  manifest.unknowns.forEach((unknown, at) => {
    if (typeof unknown === 'string') return;
    unknown.documents.forEach((id, i) => {
      if (!known.has(id))
        problems.push({
          path: ['manifest', 'unknowns', at, 'documents', i],
          text: `no document “${id}”`,
          remedy: 'name documents of this pack that show the gap',
        });
    });
  });
  const { ledger } = manifest;
  if (!ledger) return problems;
  const say = (field: string, text: string, remedy: string): void => {
    problems.push({ path: ['manifest', 'ledger', field], text, remedy });
  };
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const holds = (field: string, id: string, kind: Measure['kind']): Measure | undefined => {
    const measure = byId.get(id);
    if (!measure) say(field, `no measure “${id}”`, 'add it to measures or correct the id');
    else if (measure.kind !== kind) say(field, `“${id}” holds a ${measure.kind}, not a ${kind}`, `name a ${kind}`);
    return measure;
  };
  const stance = holds('stance', ledger.stance, 'stance');
  const values = stance?.kind === 'stance' ? stance.values.map(({ value }) => value) : null;
  for (const field of ['yes', 'no'] as const)
    for (const value of ledger[field])
      if (values && !values.includes(value))
        say(field, `“${ledger.stance}” has no value “${value}”`, `its values are ${values.join(', ')}`);
  for (const value of ledger.yes)
    if (ledger.no.includes(value)) say('no', `“${value}” is a yes and a no`, 'name it in one of the two');
  const missions = stance?.kind === 'stance' ? stance.missions.map(({ mission }) => mission) : null;
  for (const mission of ledger.apart ?? [])
    if (missions && !missions.includes(mission))
      say('apart', `“${ledger.stance}” has no mission “${mission}”`, `its missions are ${missions.join(', ')}`);
  for (const { measure } of ledger.figures ?? []) holds('figures', measure, 'figure');
  for (const { measure } of ledger.facts ?? []) holds('facts', measure, 'fact');
  for (const id of ledger.reported ?? []) holds('reported', id, 'figure');
  return problems;
}
