/** What a pack says of itself, beside what was counted in it. Pure. */
import type { PackDetails, PackFacts } from '../utils/extension/protocol.ts';
import { packLanguage } from './document-info.ts';
import type { Manifest } from './schema/pack.ts';

/** Without `facts` where nothing was counted. */
export function packDetails(manifest: Manifest, facts: PackFacts | undefined): PackDetails {
  const { id, description, selection, corrections } = manifest;
  const unknowns = manifest.unknowns.map((one) => (typeof one === 'string' ? one : one.text));
  return { id, language: packLanguage(manifest), description, selection, corrections, unknowns, facts };
}
