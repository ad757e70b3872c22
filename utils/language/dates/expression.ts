/** What the words of a date say before a page's date tells which day is meant; and what a language must tell to read them. */
/** A day of a month; the year only where it is printed. `month` is 1–12. */
export interface CalendarDay {
  year?: number;
  month: number;
  day: number;
}

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year';
export type Part = 'early' | 'mid' | 'late' | 'start' | 'end';

export type DateExpression =
  | { kind: 'days'; from: CalendarDay; to: CalendarDay }
  | { kind: 'month'; month: number; year?: number; part?: Part; which?: Which }
  /** `months` months from `month` on: halves, quarters, seasons, whole years. A year that is not printed is `shift` from the page's. */
  | { kind: 'months'; month: number; months: number; year?: number; shift?: number; which?: Which }
  | { kind: 'weekday'; weekday: number; which?: Which; week?: number }
  /** So many units from the page's own: yesterday, last week, three days ago. */
  | { kind: 'offset'; unit: Unit; by: number; part?: Part }
  /** The stretch of days that ends with the page's: "the past week". */
  | { kind: 'until-now'; days: number }
  /** So many units from the date before it in the text: "a day earlier". */
  | { kind: 'from-previous'; unit: Unit; by: number };

export type Which = 'last' | 'next' | 'this';

export interface DateRule {
  /** Global and linear: no nested repetition. */
  pattern: RegExp;
  /** Null where the match turns out to be no date. `groups` are the pattern's named groups; a group `date` narrows the span. */
  read(groups: Record<string, string | undefined>, match: string, around: Around): DateExpression | null;
}

/** Some characters before and after a match. */
export interface Around {
  before: string;
  after: string;
}

/** A language's words for dates. */
export interface DateWords {
  /** Cheap test: a text without it holds no date. */
  hint: RegExp;
  rules: readonly DateRule[];
  /** Words that show that a sentence looks ahead, or back; global. The one nearest to the date decides. */
  ahead: RegExp;
  back: RegExp;
  /** Directly before a date: "since", "until"; anchored at the end. */
  since: RegExp;
  until: RegExp;
}
