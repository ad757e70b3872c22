/** English words for dates. Calendar dates are in calendar-dates.ts; here is what news writes besides. */
import type { DateExpression, DateRule, DateWords, Part, Unit, Which } from '../dates/expression.ts';
import { calendarDates, YEAR } from './calendar-dates.ts';
import { isName, MONTH, monthOf } from './month-names.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NUMBERS = [
  'a',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const ORDINALS: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 0,
  last: 0,
};

const WEEKDAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const NUMBER = `(?:${NUMBERS.join('|')}|\\d{1,2})`;
const PART = 'early|mid|late|(?:the )?(?:start|beginning|middle|end) of';
/** Nouns that a month's name stands before: "the January meeting". */
const OCCASION =
  'summit|meeting|talks|gathering|conference|call|session|declaration|statement|pledge|deal|agreement|announcement|election|vote|report|deadline|ceasefire|visit';

const numberOf = (word: string | undefined): number => {
  const index = NUMBERS.indexOf((word ?? '').toLowerCase());
  return index >= 0 ? Math.max(1, index) : Number(word);
};
const yearOf = (word: string | undefined): number | undefined => (word ? Number(word) : undefined);

function partOf(words: string | undefined): Part | undefined {
  const part = (words ?? '').toLowerCase();
  if (part.startsWith('early')) return 'early';
  if (/mid/.test(part)) return 'mid';
  if (part.startsWith('late')) return 'late';
  if (/start|beginning/.test(part)) return 'start';
  return /end/.test(part) ? 'end' : undefined;
}

const WHICH: Record<string, Which> = {
  last: 'last',
  previous: 'last',
  past: 'last',
  next: 'next',
  coming: 'next',
  following: 'next',
  this: 'this',
  current: 'this',
};
const SHIFT: Record<Which, number> = { last: -1, this: 0, next: 1 };
const whichOf = (word: string | undefined): Which | undefined => WHICH[(word ?? '').toLowerCase()];

const rule = (pattern: string, read: DateRule['read']): DateRule => ({ pattern: new RegExp(pattern, 'giu'), read });
/** For rules that must see capitals. */
const exactRule = (pattern: string, read: DateRule['read']): DateRule => ({ pattern: new RegExp(pattern, 'gu'), read });

const rules: DateRule[] = [
  ...calendarDates,
  // "between 10 and 12 March", "4 and 5 September 2025"; then the same with the month first
  rule(
    `\\b(?<from>\\d{1,2})(?:st|nd|rd|th)? (?:and|or|to) (?<to>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    readDayPair,
  ),
  rule(
    `\\b(?<month>${MONTH}) (?<from>\\d{1,2})(?:st|nd|rd|th)? (?:and|or|to) (?<to>\\d{1,2})(?:st|nd|rd|th)?(?![\\d,.%-]*\\d)(?! [a-z]+s\\b)(?:,? (?<year>${YEAR}))?`,
    readDayPair,
  ),
  // "September 2025", "early September 2025"
  rule(`(?<![\\d.,] ?)\\b(?:(?<part>${PART})[ -])?(?<month>${MONTH})(?:,| of)? (?<year>${YEAR})`, readMonth),
  // "in September", "since March", "last March", "late August"
  rule(
    `\\b(?:(?:in|since|until|till|during|throughout|from|by|before|after|through|of|to|earlier in|later in) )?(?<date>(?:(?<part>${PART})[ -]|(?<which>last|next|this) )?(?<month>${MONTH}))(?![\\w’'-])`,
    (groups, match) => {
      const bare = groups.date === match && !groups.part && !groups.which;
      // "by May", "after May" can be a person; "in May" and "late May" cannot. A bare month is left: "March", "August".
      if (bare || /^(?:by|before|after|through|of|from|to) (?:May|March)$/i.test(match)) return null;
      return readMonth(groups);
    },
  ),
  // "the January meeting", "January's summit"
  rule(
    `\\b(?:the|that|this|last|an?|(?<poss>))[ ]?(?<month>${MONTH})(?:['’]s)? (?:\\w+ )?(?:${OCCASION})s?\\b`,
    (groups, match) => {
      const article = /^(?:the|that|this|last|an?) /i.test(match);
      return article || /['’]s /.test(match) ? readMonth(groups) : null;
    },
  ),
  exactRule(
    `(?<!\\b(?:[Ee]very|[Ee]ach|[Mm]ost|Black|Bloody|Good|Easter|Ash|Super|Holy|Sheffield) )\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his) )?(?<day>${WEEKDAY})(?!s\\b|[- ](?:Times|Telegraph|Mirror|Mail|Express|Independent|Herald|Mass|Night Live))(?:(?: of)? (?<week>last|this|next) week)?(?: (?:morning|afternoon|evening|night))?\\b`,
    readWeekday,
  ),
  // not "USA Today", "Russia Today"
  exactRule(
    '(?<!\\p{L} (?=T))\\b(?<word>[Tt]he day before yesterday|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\\b',
    ({ word }) => {
      const day = (word ?? '').toLowerCase();
      const by = day.startsWith('the day before') ? -2 : /yesterday|last/.test(day) ? -1 : day === 'tomorrow' ? 1 : 0;
      return { kind: 'offset', unit: 'day', by };
    },
  ),
  // "last week", "earlier this year", "late last month", "the past week"
  rule(
    '\\b(?:(?<part>early|mid|late)[ -])?(?<which>last|next|this|(?:the )?(?:past|previous|coming|following|current))(?: |-)(?<unit>weekend|week|month|year)\\b',
    ({ part, which, unit }) => {
      const word = (which ?? '').replace(/^the /i, '').toLowerCase();
      if (word === 'past') return unit?.toLowerCase() === 'week' ? { kind: 'until-now', days: 7 } : null;
      if (word === 'previous' || word === 'following')
        return { kind: 'from-previous', unit: unitOf(unit), by: word === 'previous' ? -1 : 1 };
      return { kind: 'offset', unit: unitOf(unit), by: SHIFT[whichOf(word) ?? 'this'], part: partOf(part) };
    },
  ),
  rule('\\b(?:at|over|on|during) (?<date>the weekend)\\b', () => ({ kind: 'offset', unit: 'weekend', by: -1 })),
  // "first half of 2025", "the second quarter of the year", "the last quarter of last year"
  rule(
    `\\b(?<nth>first|second|third|fourth|1st|2nd|3rd|4th|final|last) (?<size>half|quarter)(?: of (?:(?<year>${YEAR})|(?<which>last|this|next|the) year))?\\b`,
    ({ nth, size, year, which }) => {
      if (!year && !which && size?.toLowerCase() !== 'quarter') return null;
      return nthOfYear(ORDINALS[(nth ?? '').toLowerCase()] ?? 1, size?.toLowerCase() === 'half' ? 6 : 3, year, which);
    },
  ),
  rule(`\\b(?<letter>[QH])(?<nth>[1-4]),? (?:of )?(?<year>${YEAR})\\b`, ({ letter, nth, year }) =>
    nthOfYear(Number(nth), letter?.toUpperCase() === 'H' ? 6 : 3, year, undefined),
  ),
  // "summer of 2025", "last autumn", "this spring"
  rule(
    `\\b(?:(?<which>last|this|next|the (?:past|previous)) )?(?<season>spring|summer|autumn|fall|winter)(?:(?: of|,)? (?<year>${YEAR}))?\\b`,
    ({ which, season, year }) => {
      const name = (season ?? '').toLowerCase();
      const word = whichOf(which?.replace(/^the /i, ''));
      if ((!year && !word) || (name === 'winter' && year)) return null;
      return { kind: 'months', month: SEASONS[name] ?? 1, months: 3, year: yearOf(year), which: word };
    },
  ),
  // "in 2019", "since 2022", "early 2026"; but not "in 2000 homes"
  rule(
    `\\b(?:(?:in|since|by|until|till|from|during|before|after|of|for|through|throughout|to|than|year) |(?<part>${PART})[ -])(?<date>(?<year>${YEAR})(?:[–/-](?<until>\\d\\d(?:\\d\\d)?))?)\\b(?!['’]?[%\\w])(?! (?!(?:was|is|has|as|its|his|this|does|after|before|and|but|when|while|to|with|by|for|the|a)\\b)(?:[a-z]+ )?[a-z]+s\\b)`,
    readYear,
  ),
  // "three days ago", "a year ago"; not "more than three years ago"
  rule(
    `(?<!\\b(?:than|over|about|around|nearly|almost|some|several|under|roughly) )\\b(?<count>${NUMBER}) (?<unit>day|week|month|year)s? ago\\b`,
    ({ count, unit }) => ({ kind: 'offset', unit: unitOf(unit), by: -numberOf(count) }),
  ),
  rule(
    `(?<!\\b(?:than|over|about|around|nearly|almost|some|several|under|roughly) )\\b(?<count>${NUMBER}|the) (?<unit>day|week|month|year)s? (?:(?<side>earlier|later)|(?<edge>before|after)(?= ?[.,;:]|$))`,
    ({ count, unit, side, edge }) => {
      const back = /earlier|before/i.test(side ?? edge ?? '');
      return {
        kind: 'from-previous',
        unit: unitOf(unit),
        by: (back ? -1 : 1) * (count?.toLowerCase() === 'the' ? 1 : numberOf(count)),
      };
    },
  ),
  rule('\\b(?:the )(?<side>next|following|previous|same) day\\b', ({ side }) => ({
    kind: 'from-previous',
    unit: 'day',
    by: side === 'previous' ? -1 : side === 'same' ? 0 : 1,
  })),
];

function readDayPair({ from, to, month, year }: Record<string, string | undefined>): DateExpression | null {
  if (!isName(month) || Number(from) >= Number(to)) return null;
  const day = (text: string | undefined) => ({ year: yearOf(year), month: monthOf(month), day: Number(text) });
  return { kind: 'days', from: day(from), to: day(to) };
}

function readMonth({ month, year, part, which }: Record<string, string | undefined>): DateExpression | null {
  if (!isName(month)) return null;
  return { kind: 'month', month: monthOf(month), year: yearOf(year), part: partOf(part), which: whichOf(which) };
}

function readWeekday({ day, which, week }: Record<string, string | undefined>): DateExpression | null {
  if (!day || !/^\p{Lu}/u.test(day)) return null;
  const shift = whichOf(week);
  return {
    kind: 'weekday',
    weekday: DAYS.indexOf(day.slice(0, 3).toLowerCase()),
    which: whichOf(which),
    week: shift && SHIFT[shift],
  };
}

function readYear({ year, until, part }: Record<string, string | undefined>): DateExpression | null {
  const first = Number(year);
  if (!until) {
    const named = partOf(part);
    const months: Record<Part, [number, number]> = {
      early: [1, 4],
      mid: [5, 4],
      late: [9, 4],
      start: [1, 1],
      end: [12, 1],
    };
    const [month, count] = named ? months[named] : [1, 12];
    return { kind: 'months', month, months: count, year: first };
  }
  const last = until.length === 4 ? Number(until) : Math.floor(first / 100) * 100 + Number(until);
  return last > first && last - first < 100
    ? { kind: 'months', month: 1, months: 12 * (last - first + 1), year: first }
    : null;
}

/** The nth half or quarter; 0 is the last. */
function nthOfYear(
  nth: number,
  size: number,
  year: string | undefined,
  which: string | undefined,
): DateExpression | null {
  const count = 12 / size;
  if (nth > count) return null;
  const month = ((nth === 0 ? count : nth) - 1) * size + 1;
  const relative = whichOf(which);
  return {
    kind: 'months',
    month,
    months: size,
    year: yearOf(year),
    shift: relative ? SHIFT[relative] : which ? 0 : undefined,
  };
}

const unitOf = (unit: string | undefined): Unit => (unit ?? 'day').toLowerCase() as Unit;

export const englishDates: DateWords = {
  hint: /\d|day|tonight|week|month|year|night|morning|evening|afternoon|quarter|half|spring|summer|autumn|winter|\bfall\b|January|February|March|April|May|June|July|August|September|October|November|December|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|tomorrow/iu,
  rules,
  ahead:
    /\b(?:will|shall|won['’]t|expected|scheduled|planned|slated|due|next|upcoming|ahead of|starting|beginning|(?:is|are|set|poised) to|plans? to|to (?:meet|gather|convene|host|attend|visit|travel|sign|discuss|hold|take part)|meets?|gathers?|convenes?|sees|flies|travels|hosts|votes|follows|continues?|resumes?|begins?|starts?|decides?|debates|returns|takes? place|sits? down|goes? to|heads to)\b|['’]ll\b|\b(?:by|until|before)\s+$/giu,
  back: /\b(?:said|says|told|met|was|were|had|did|has|have|held|gave|took|came|spoke|made|sent|began|since|after|following|(?!need|planned|scheduled|expected|agreed to)\p{L}{3,}ed)\b/giu,
  // "They date from September": as of then, not since.
  since: /(?:\bsince|(?<!\bdat(?:e|es|ed|ing) (?:back )?)\bfrom)\s+(?:the\s+)?$/iu,
  until: /\b(?:until|till|by|before|through)\s+(?:the\s+)?$/iu,
};

/** Before the date in a byline: "Published", "Last updated". */
export const englishDateLabel = /\b(?:published|posted|updated|modified|issued|date|first published)\b[^.!?]{0,20}$/iu;
