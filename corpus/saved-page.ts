/** From what was found on a page, and what the reader made of it, to the page that is kept. Pure. */
import type {
  ChoiceProblem,
  DraftItem,
  ItemChoice,
  MeasureOption,
  SaveChoices,
  SaveDraft,
  SavedClaim,
  SavedPage,
} from '../utils/extension/protocol.ts';

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const TITLE_LIMIT = 300;
const OUTLET_LIMIT = 120;

/** What the preview begins with: everything that has a measure and is asserted. */
export function firstChoices(draft: SaveDraft): SaveChoices {
  const choice = ({ measure, said }: DraftItem): ItemChoice => ({ keep: measure !== null && said, measure });
  return {
    title: draft.title,
    outlet: draft.outlet,
    date: draft.date,
    items: Object.fromEntries(draft.items.map((item) => [item.id, choice(item)])),
  };
}

export function problemsOfChoices({ title, outlet, date }: SaveChoices): ChoiceProblem[] {
  const problems: ChoiceProblem[] = [];
  if (title.trim() === '' || title.trim().length > TITLE_LIMIT) problems.push('title');
  if (outlet.trim() === '' || outlet.trim().length > OUTLET_LIMIT) problems.push('outlet');
  if (date.trim() !== '' && !isDate(date.trim())) problems.push('date');
  return problems;
}

/** A day that there is: 30 February is none. */
function isDate(text: string): boolean {
  if (!PARTIAL_DATE.test(text)) return false;
  const [year, month = '01', day = '01'] = text.split('-');
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The page as it will be kept. `choices` must be without problems. */
export function pageOf(draft: SaveDraft, choices: SaveChoices, now: Date): SavedPage {
  const date = choices.date.trim();
  const claims = draft.items.flatMap((item) => {
    const choice = choices.items[item.id];
    const claim = choice?.keep && choice.measure !== null ? claimOf(item, choice.measure, draft) : null;
    return claim ? [claim] : [];
  });
  return {
    format: 1,
    id: draft.id,
    savedAt: now.toISOString(),
    ...(draft.byline && { byline: draft.byline }),
    ...(draft.cut && { cut: true }),
    blocks: draft.blocks,
    document: {
      id: draft.id,
      outlet: choices.outlet.trim(),
      title: choices.title.trim(),
      url: draft.url,
      ...(date && { date }),
      language: draft.language,
      kind: 'news',
      summary: draft.summary || choices.title.trim(),
      entities: draft.names.map(({ entity }) => entity),
      claims,
    },
  };
}

/** The claim of one item in one measure; null where it has no number that can be kept. */
function claimOf(item: DraftItem, measure: string, draft: SaveDraft): SavedClaim | null {
  const changed = measure !== item.measure;
  const base = {
    id: item.id,
    measure,
    scope: changed
      ? scopeIn(
          item,
          draft.measures.find(({ id }) => id === measure),
        )
      : item.scope,
    surface: item.surface,
    ...(item.saidBy && { saidBy: item.saidBy }),
    // The page's own date goes with the document, where the reader may have put another.
    ...(item.asOf && item.asOf !== draft.date && PARTIAL_DATE.test(item.asOf) && { asOf: item.asOf }),
    modality: item.modality,
    ...(item.fragment && { fragment: item.fragment }),
  };
  if (item.kind === 'fact') return { ...base, kind: 'fact', value: item.value ?? '' };
  if (item.kind === 'stance')
    return {
      ...base,
      kind: 'stance',
      value: item.value ?? '',
      ...(item.mission && { mission: item.mission }),
      ...(item.officeHolder && { officeHolder: true }),
    };
  const { quantity } = item;
  if (!quantity) return null;
  const unit = changed
    ? unitIn(
        item,
        draft.measures.find(({ id }) => id === measure),
      )
    : item.unit;
  const { value, low, high, bound } = quantity;
  if (unit === null || (value === undefined && low === null && high === null)) return null;
  const amount = value !== undefined ? { value } : { low, high };
  return { ...base, kind: 'figure', quantity: { ...amount, bound, unit } };
}

/** What a measure asks for, as far as the page says it around the figure. */
export function scopeIn(item: DraftItem, option: MeasureOption | undefined): Record<string, string> {
  const scope: Record<string, string> = {};
  for (const key of ['country', 'event'] as const) {
    const found = item.around[key];
    if (option?.requires.includes(key) && found) scope[key] = found;
  }
  return scope;
}

/** What a measure asks for and the page does not say: such a figure is kept, and compared with nothing. */
export function missingScope(item: DraftItem, measure: string | null, measures: readonly MeasureOption[]): string[] {
  const option = measures.find(({ id }) => id === measure);
  if (!option) return [];
  const scope = measure === item.measure ? item.scope : scopeIn(item, option);
  return option.requires.filter((key) => !scope[key]);
}

/** The unit that the figure's noun or currency has in the measure; else the one it had; else the measure's first. */
function unitIn(item: DraftItem, option: MeasureOption | undefined): string | null {
  const units = Object.entries(option?.units ?? {});
  const nouns = [item.noun, item.noun?.split(' of ')[0]?.split(' ').at(-1), item.unit ?? undefined];
  for (const noun of nouns) {
    const found = units.find(([unit, lemmas]) => noun !== undefined && (unit === noun || lemmas.includes(noun)));
    if (found) return found[0];
  }
  return units[0]?.[0] ?? item.unit;
}
