import {
  Culture,
  recognizeAge,
  recognizeCurrency,
  recognizeDateTime,
  recognizeDimension,
  recognizeNumber,
  recognizePercentage,
  recognizePhoneNumber,
  recognizeTemperature,
} from '@microsoft/recognizers-text-suite';
import type { FoundNumber, ReadNumbers } from './types.ts';

interface Result {
  start: number;
  end: number;
  text: string;
  typeName: string;
  resolution: { value?: string | null; unit?: string | null } | null;
}

const UNITS = [recognizeAge, recognizeCurrency, recognizeDimension, recognizeTemperature, recognizePercentage];
const overlaps = (a: Result, b: Result): boolean => a.start <= b.end && b.start <= a.end;

/** All its models of quantities, each span once (the longest), without what its dates and telephone numbers cover. */
export const read: ReadNumbers = (text) => {
  const english = Culture.English;
  const masks = [
    ...(recognizeDateTime(text, english) as Result[]).filter(({ typeName }) => !typeName.endsWith('duration')),
    ...(recognizePhoneNumber(text, english) as Result[]),
  ];
  const all = [...UNITS, recognizeNumber].flatMap((recognize) => recognize(text, english) as Result[]);
  const kept: Result[] = [];
  for (const one of all.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!masks.some((mask) => overlaps(mask, one)) && !kept.some((other) => overlaps(other, one))) kept.push(one);
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ start, text: surface, resolution }): FoundNumber => {
      const value = Number.parseFloat(resolution?.value ?? '');
      return { start, surface, value: Number.isNaN(value) ? null : value };
    });
};
