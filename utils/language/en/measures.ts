import type { MeasureWords } from '../measures.ts';

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
};
