import type { MeasureWords } from '../measures/rules.ts';

export const englishMeasures: MeasureWords = {
  difference: ['more than', 'fewer than', 'less than', 'points ahead', 'times as many', 'times more', 'more votes'],
  definite: ['the', 'these', 'those', 'both', 'his', 'her', 'their', 'our', 'its', 'whose', 'all'],
  partOf: [
    'of the',
    'of its',
    'of their',
    'of our',
    'of his',
    'of her',
    'of those',
    'of these',
    'of them',
    'of which',
    'of whom',
    'of whose',
  ],
  origin: ['from', 'of'],
  wholeBefore: ['of the', 'out of', 'out of the', 'among the', 'of its', 'of all'],
  others: ['other'],
  speech: ['said', 'says', 'according to', 'told', 'reported', 'added', 'wrote'],
  numberOf: ['number of', 'tally of', 'total of', 'count of', 'sum of'],
  singular: (plural) => plural.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, ''),
};
