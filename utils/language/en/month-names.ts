/** English names of months. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\\.?)';

/** Words that are months or weekdays only with a capital: "may", "march on the capital". */
const needsCapital = /^(?:ma[ry]|dec\b|sun|sat|mon|wed)/;

export const monthOf = (word: string | undefined): number => MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
export const isName = (word: string | undefined): boolean =>
  !!word && (/^\p{Lu}/u.test(word) || !needsCapital.test(word));
