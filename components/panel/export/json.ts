/** A comparison as data. Its shape is `corpus/comparison.schema.json`. Pure. */
import type { QuantityValue } from '../../../utils/report.ts';
import { dateOf, outletOf } from '../../parts/groups.ts';
import { safeHref } from '../../parts/link.ts';
import type { ExportRequest } from './request.ts';

const quantityOf = (q: QuantityValue | undefined) =>
  q && {
    value: q.value,
    bound: q.bound,
    low: q.hard.low,
    high: q.hard.high,
    likelyLow: q.soft.low,
    likelyHigh: q.soft.high,
    unit: q.unit,
  };

/** The file's text. `now`: when it is made. */
export function comparisonJson({ item, report, page }: Omit<ExportRequest, 'format' | 'words'>, now: Date): string {
  const { date, language } = report.page;
  const file = {
    kind: 'second-source-comparison',
    format: 1,
    exportedAt: now.toISOString(),
    page: { title: page.title, host: page.host, date: date && { from: date.from, to: date.to }, language },
    item: {
      kind: item.kind,
      surface: item.surface,
      display: item.display,
      quantity: quantityOf(item.quantity),
      value: item.value,
      measure: item.measure === null ? null : { id: item.measure, label: item.label ?? item.measure },
      scope: item.scope,
      scopeLabel: item.scopeLabel,
      speaker: item.speaker?.text,
      asOf: item.asOf,
      modality: item.modality,
      verdict: item.verdict,
      exactness: item.exactness,
      summary: item.summary,
      reason: item.reason,
    },
    sources: item.against.map((one) => ({
      document: one.document,
      claim: one.claim,
      outlet: outletOf(one, report.documents),
      title: report.documents[one.document]?.title,
      date: dateOf(one, report.documents),
      url: safeHref(one.url),
      surface: one.surface,
      quoted: one.surfaceIsOurs !== true,
      display: one.display,
      quantity: quantityOf(one.quantity),
      value: one.value,
      counted: one.wording,
      saidBy: one.saidBy,
      asOf: one.asOf,
      modality: one.modality,
      origin: one.origin,
      besidePage: one.verdict,
      exactness: one.exactness,
      otherTime: one.far === true,
    })),
    packs: report.packs.map(({ id, title, newest }) => ({ id, title, newest })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
