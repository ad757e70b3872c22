import type { Position, Side } from '../../../utils/ledger.ts';
import type { Tone } from '../../parts/Chip.tsx';
import { upperFirst } from '../../parts/text.ts';

/** The words say where a country stands; the tint only sets the groups apart, and none of them is a judgement. */
const TONE: Record<Side, Tone> = { yes: 'agree', open: 'tension', no: 'other' };

/** A position in its own words. */
export function StanceChip({ display, side }: Pick<Position, 'display' | 'side'>) {
  return (
    <span class={`chip chip--plain chip--${TONE[side]}`}>
      <bdi>{upperFirst(display)}</bdi>
    </span>
  );
}
