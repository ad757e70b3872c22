/** A report as the command line prints it: one JSON line, or text for people. */
import type { PageText } from '../../utils/extension/protocol.ts';
import type { Item, Report } from '../../utils/report.ts';

const against = (item: Item) =>
  item.against.filter((a) => !a.secondary).map((a) => ({ document: a.document, claim: a.claim, verdict: a.verdict }));

/** The annotated passages name how a person took part after the person throughout. */
const NAMED: Record<string, string> = { 'witkoff-attendance': 'witkoff-participation-mode' };
const nameOf = ({ kind, scope, measure }: Item): string | null =>
  kind === 'stance' && scope.country ? `stance:${scope.country}` : measure && (NAMED[measure] ?? measure);

/** The shape of the contract; `at` gives where a block starts in the text. */
export function toLine(report: Report, at: (block: number) => number) {
  const place = (x: { block: number; start: number; end: number }) => ({
    start: at(x.block) + x.start,
    end: at(x.block) + x.end,
  });
  const common = (item: Item) => ({
    surface: item.surface,
    ...place(item),
    measure: nameOf(item),
    scope: item.scope,
    ...(item.speaker && { speaker: item.speaker.entity ?? item.speaker.text }),
    ...(item.asOf && { asOf: item.asOf }),
    modality: item.modality,
    verdict: item.verdict,
    against: against(item),
  });
  const statements = (kind: Item['kind']) =>
    report.items
      .filter((item) => item.kind === kind)
      .map((item) => ({ ...common(item), value: item.value ?? '', ...(item.mission && { mission: item.mission }) }));
  return {
    onTopic: report.onTopic,
    mentions: report.mentions.map((m) => ({ entity: m.entity, surface: m.surface, ...place(m) })),
    figures: report.items
      .filter((item) => item.kind === 'figure' && item.quantity)
      .map((item) => {
        const q = item.quantity!;
        return {
          ...common(item),
          low: q.hard.low,
          high: q.hard.high,
          ...(q.value !== undefined && { value: q.value }),
          bound: q.bound,
          unit: q.unit,
        };
      }),
    facts: statements('fact'),
    stances: statements('stance'),
  };
}

/** For reading in a terminal. */
export function printReport(name: string, report: Report, page: PageText, explain: boolean): string {
  const lines = [
    `${name}: ${report.onTopic ? 'on the topic' : 'not on the topic'}${report.page.date ? `, ${report.page.date.from}` : ', no date'}`,
  ];
  const names = new Map<string, number>();
  for (const m of report.mentions) names.set(m.entity, (names.get(m.entity) ?? 0) + 1);
  if (names.size)
    lines.push(`  names: ${[...names].map(([id, n]) => `${report.entities[id]?.name ?? id} ${n}`).join(', ')}`);
  for (const item of report.items) {
    if (!item.measure && !explain) continue;
    lines.push(
      `  ${item.verdict.toUpperCase()}  ${item.label ?? 'no measure'}${item.scopeLabel ? ` (${item.scopeLabel})` : ''}: “${item.surface}”`,
    );
    lines.push(`    ${item.summary} ${item.reason}`);
    if (item.mixUp) lines.push(`    Not to be confused with: ${item.mixUp.text}`);
    for (const a of item.against)
      lines.push(
        `    ${a.verdict.padEnd(13)} ${a.display.padEnd(10)} ${report.documents[a.document]?.outlet ?? a.document}${a.asOf ? `, ${a.asOf}` : ''}`,
      );
    if (explain) for (const why of item.explain ?? []) lines.push(`      · ${why}`);
  }
  const without = report.items.filter((item) => item.kind === 'figure' && !item.measure).length;
  if (without && !explain) lines.push(`  ${without} more figures of no known measure (--explain lists them)`);
  if (explain && !report.onTopic && page.blocks.length > 0)
    lines.push('  nothing here puts the page on the topic, so only measures that say standsAlone were looked for');
  if (page.blocks.length === 0) lines.push('  no text found');
  return lines.join('\n');
}
