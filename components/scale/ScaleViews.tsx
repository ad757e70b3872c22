import { useState } from 'preact/hooks';
import type { Item, Report } from '../../utils/report.ts';
import type { Words } from '../../utils/words/types.ts';
import { lazyView } from '../parts/lazy.tsx';
import { Scale } from './Scale.tsx';

const TimeScale = lazyView(async () => (await import('./TimeScale.tsx')).TimeScale);

interface ScaleViewsProps {
  item: Item;
  report: Report;
  words: Words;
}

/** Dates enough to draw a change, without its code: the rest is judged there. */
const datesOf = (item: Item): number => new Set(item.against.flatMap((one) => (one.quantity && one.asOf) || [])).size;

/** The scale, and for a measure that changes a second view of it: the same figures over time. */
export function ScaleViews({ item, report, words }: ScaleViewsProps) {
  const [overTime, setOverTime] = useState(false);
  const { documents } = report;
  const scale = <Scale item={item} documents={documents} words={words} />;
  if (!item.evolving || datesOf(item) < 2) return scale;
  return (
    <>
      <fieldset class="kinds views">
        <legend class="sr">{words.t('time.views')}</legend>
        <button type="button" class="kind" aria-pressed={!overTime} onClick={() => setOverTime(false)}>
          {words.t('time.on-scale')}
        </button>
        <button type="button" class="kind" aria-pressed={overTime} onClick={() => setOverTime(true)}>
          {words.t('time.over-time')}
        </button>
      </fieldset>
      {overTime ? (
        <TimeScale
          item={item}
          documents={documents}
          pageDate={item.asOf ?? report.page.date?.to ?? null}
          words={words}
        />
      ) : (
        scale
      )}
    </>
  );
}
