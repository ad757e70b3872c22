/** The gate of one pack's rules: the words without which a page is not on its topic. */
import { type GateData, makeGate } from '../utils/language/gate.ts';
import type { Rules } from './source.ts';

const kept = new WeakMap<Rules, GateData>();

/** The same rules give the same gate: it is looked at for every page. */
export function gateOf(rules: Rules): GateData {
  const known = kept.get(rules);
  if (known) return known;
  const gate = makeGate(
    rules.manifests.flatMap((manifest) => manifest.topic),
    rules.entities,
  );
  kept.set(rules, gate);
  return gate;
}
