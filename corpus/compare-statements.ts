/**
 * How two facts, or two stances, stand to each other (design/figures.md: "Facts and stances have no intervals; they have an
 * order"). Pure. `null` means that the two cannot be compared: another mission, values that may be true together.
 */
import type { FactMeasureRule, MeasureRule, StanceMeasureRule } from '../utils/language/pack-rules.ts';
import type { DateRange, Modality, Statement } from '../utils/language/types.ts';
import type { PairVerdict } from '../utils/report.ts';
import { claimDate, daysApart, daysOf } from './comparable.ts';
import type { ClaimRow } from './source.ts';

/** Stances without a window of their own are compared this far: the pack's own choice for force sizes and stances. */
const STANCE_WINDOW_DAYS = 60;
/** An office-holder who says otherwise more than a week later has changed position; sooner, the reports differ. */
const CHANGE_OF_MIND_DAYS = 7;
/** Of the positions from yes to no, this many first ones are a yes, and this many last ones a no. */
const YES = 2;
const NO = 2;
/** Missions that a stance on "troops in Ukraine" without a name for the mission may mean. */
const OPEN_MISSIONS = new Set(['reassurance-force', 'peacekeeping']);
const UNDECIDED = 'undecided';
/** Positions that keep troops possible: who rules them out says otherwise. */
const LEFT_OPEN = new Set([UNDECIDED, 'open']);

export interface FactValue {
  value: string;
  modality: Modality;
  /** A set with nobody else in it: "only France and Britain". */
  only?: boolean;
}

export interface StanceValue extends FactValue {
  mission?: string;
  officeHolder?: boolean;
}

/** What of a page's statement is compared. */
export type ComparedStatement = StanceValue & Pick<Statement, 'measure' | 'scope' | 'asOf'>;

/** When each was said; null where it is not known. */
export interface StanceDates {
  a: DateRange | null;
  b: DateRange | null;
}

/** Page `a` against claim `b`. */
export function compareFacts(a: FactValue, b: FactValue, rule: FactMeasureRule): PairVerdict | null {
  if (a.value === b.value) return 'same';
  const verdict = rule.set ? compareSets(a, b) : rule.date ? compareDates(a.value, b.value) : inOrder(a, b, rule);
  if (verdict !== 'conflicts') return verdict;
  return rule.coexist || !happened(a, b) ? null : 'conflicts';
}

/** What was expected, proposed or drafted never conflicts with what happened. */
const happened = (a: FactValue, b: FactValue) => a.modality === 'reported' && b.modality === 'reported';

/** A value fits what is wider and what is narrower; siblings conflict. */
function inOrder(a: FactValue, b: FactValue, rule: FactMeasureRule): PairVerdict | null {
  const known = new Map(rule.values.map((v) => [v.value, v.within]));
  if (!known.has(a.value) || !known.has(b.value)) return null;
  return isWithin(a.value, b.value, known) || isWithin(b.value, a.value, known) ? 'fits' : 'conflicts';
}

function isWithin(value: string, wider: string, within: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = value; at !== undefined && !seen.has(at); at = within.get(at)) {
    if (at === wider) return true;
    seen.add(at);
  }
  return false;
}

/** A page may name some of a source's set; it conflicts where it names another, as sources print such lists in full. */
function compareSets(a: FactValue, b: FactValue): PairVerdict {
  const ours = new Set(a.value.split(','));
  const theirs = new Set(b.value.split(','));
  if (![...ours].every((member) => theirs.has(member))) return 'conflicts';
  if (ours.size === theirs.size) return 'same';
  return a.only ? 'conflicts' : 'fits';
}

/** "2025-03" fits "2025-03-02". */
const compareDates = (a: string, b: string): PairVerdict =>
  a.startsWith(`${b}-`) || b.startsWith(`${a}-`) ? 'fits' : 'conflicts';

/** Page `a` against claim `b`, both of one country. Beyond the window another position is a change, not a conflict. */
export function compareStances(
  a: StanceValue,
  b: StanceValue,
  dates: StanceDates,
  rule: StanceMeasureRule,
): PairVerdict | null {
  const order = rule.values.map((v) => v.value);
  const at = { a: order.indexOf(a.value), b: order.indexOf(b.value) };
  if (at.a < 0 || at.b < 0) return null;
  const mission = sameMission(a.mission, b.mission);
  if (isLongApart(dates, rule) && happened(a, b)) {
    // Who has not decided has not decided on any mission: what follows it is the decision.
    const comparable = mission || a.value === UNDECIDED || b.value === UNDECIDED;
    if (comparable && sideOf(at.a, order) !== sideOf(at.b, order)) return 'changed since';
  }
  if (!mission) return null;
  if (a.value === b.value) return 'same';
  const verdict = comparePositions(at.a, at.b, order);
  if (verdict !== 'conflicts') return verdict;
  if (!happened(a, b)) return null;
  return hasChanged(a, b, dates, rule) ? 'changed since' : 'conflicts';
}

/** A yes is a yes and a no a no, however firm; of those between, each is a position of its own. */
function sideOf(at: number, order: readonly string[]): string {
  if (at < YES) return 'yes';
  return at > order.length - 1 - NO ? 'no' : order[at]!;
}

/** A stance that names no mission speaks of troops in Ukraine, whatever they are called there. */
export function sameMission(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  const named = a ?? b;
  return (a === undefined || b === undefined) && named !== undefined && OPEN_MISSIONS.has(named);
}

function comparePositions(a: number, b: number, order: readonly string[]): PairVerdict {
  const last = order.length - 1;
  const isYes = (at: number) => at < YES;
  const isNo = (at: number) => at > last - NO;
  if ((isYes(a) && isNo(b)) || (isNo(a) && isYes(b))) return 'conflicts';
  const isLeftOpen = (at: number) => LEFT_OPEN.has(order[at]!);
  if ((a === last && isLeftOpen(b)) || (b === last && isLeftOpen(a))) return 'conflicts';
  if (isYes(a) === isYes(b) && isNo(a) === isNo(b)) return 'fits';
  // One speech is told as "ready to" by one paper and as "open to" by the next.
  if (Math.min(a, b) === YES - 1 && Math.max(a, b) === YES) return 'fits';
  return 'strained';
}

function hasChanged(a: StanceValue, b: StanceValue, dates: StanceDates, rule: StanceMeasureRule): boolean {
  if (!dates.a || !dates.b) return false;
  if (isLongApart(dates, rule)) return true;
  return Boolean(a.officeHolder && b.officeHolder) && daysApart(dates.a, dates.b) > CHANGE_OF_MIND_DAYS;
}

const isLongApart = ({ a, b }: StanceDates, rule: StanceMeasureRule): boolean =>
  a !== null && b !== null && daysApart(a, b) > (rule.windowDays ?? STANCE_WINDOW_DAYS);

/** Claims of one country without reports that a named office-holder's other words of the same days outdo. */
export function strongestStances(rows: readonly ClaimRow[]): ClaimRow[] {
  const held = rows.filter(({ claim }) => claim.kind === 'stance' && claim.officeHolder);
  return rows.filter((row) => {
    const { claim } = row;
    if (claim.kind !== 'stance' || claim.officeHolder) return true;
    return !held.some(
      (other) =>
        other.claim.kind === 'stance' &&
        other.claim.scope.country === claim.scope.country &&
        other.claim.value !== claim.value &&
        // Who has not decided has not decided on any mission.
        (sameMission(other.claim.mission, claim.mission) || claim.value === UNDECIDED) &&
        near(claimDate(other), claimDate(row)),
    );
  });
}

const near = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && daysApart(daysOf(a), daysOf(b)) <= CHANGE_OF_MIND_DAYS;

/** One statement of a page against one claim; null where they cannot be compared. `pageDate` is used where it has no date. */
export function compareStatement(
  statement: ComparedStatement,
  row: ClaimRow,
  rule: MeasureRule,
  pageDate: DateRange | null = null,
): PairVerdict | null {
  const { claim } = row;
  if (rule.kind === 'fact' && claim.kind === 'fact') return compareFacts(statement, claim, rule);
  if (rule.kind !== 'stance' || claim.kind !== 'stance') return null;
  const theirs = claimDate(row);
  const dates = { a: statement.asOf ? daysOf(statement.asOf) : pageDate, b: theirs ? daysOf(theirs) : null };
  return compareStances(statement, claim, dates, rule);
}
