import type { Position, Side } from '../../../utils/ledger.ts';
import type { Tone } from '../../parts/Chip.tsx';
import { upperFirst } from '../../parts/text.ts';

/** The words say where a country stands; the tint only sets the groups apart, and none of them is a judgement. */
const TONE: Record<Side, Tone> = { yes: 'agree', open: 'tension', no: 'other' };

/** A position in its own words. */
export function StanceChip({ display, side, language }: Pick<Position, 'display' | 'side'> & { language?: string }) {
  return (
    <span class={`chip chip--plain chip--${TONE[side]}`}>
      <bdi lang={language}>{upperFirst(display)}</bdi>
    </span>
  );
}
