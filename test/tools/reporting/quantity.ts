/** From the data's words for a number ("more-than 30 countries") to the pack's (bound ">", value 30). Pure. */
import type { FigureClaim } from '../../../corpus/schema/document.ts';
import type { FigureMeasureRule } from '../../../utils/language/pack-rules.ts';
import { Refused } from './refusal.ts';
import type { SourceFigure } from './source-record.ts';

type Quantity = FigureClaim['quantity'];

const BOUNDS: Readonly<Record<string, Quantity['bound']>> = {
  exactly: '=',
  about: '~',
  nearly: '~',
  'more-than': '>',
  'at-least': '>=',
  'less-than': '<',
  'fewer-than': '<',
  'at-most': '<=',
  'up-to': '<=',
};
/** Words for an amount without a number ("several", "in the thousands"): low and high ends, the high one open where the data has none. */
const VAGUE = new Set(['several', 'dozens']);

/** Units of the data → the pack's, and what is lost by it, said in the wording. */
const UNITS: Readonly<Record<string, { unit: string; wording?: string }>> = {
  'percent-of-GDP': { unit: 'percent' },
  delegations: { unit: 'countries', wording: 'delegations' },
};

/** Throws `Refused` for a bound, a number or a unit that the measure does not know. */
export function quantityOf(figure: SourceFigure, rule: FigureMeasureRule): { quantity: Quantity; wording?: string } {
  const { unit, wording } = UNITS[figure.unit] ?? { unit: figure.unit };
  if (!(unit in rule.units))
    throw new Refused('unit', `“${figure.unit}” is no unit of “${rule.id}” (${Object.keys(rule.units).join(', ')})`);
  return { quantity: { ...numberOf(figure), unit }, wording };
}

function numberOf({ bound, value, low, high }: SourceFigure): Omit<Quantity, 'unit'> {
  if (VAGUE.has(bound)) {
    if (low === null) throw new Refused('low', `“${bound}” without a low end`);
    return { low, high, bound: '~' };
  }
  if (bound === 'range') {
    if (low === null || high === null) throw new Refused('bound', 'a range has two ends');
    return { low, high, bound: '=' };
  }
  const known = BOUNDS[bound];
  if (!known) throw new Refused('bound', `no bound “${bound}”`);
  if (value === null) throw new Refused('value', `“${bound}” without a number`);
  return { value, bound: known };
}
