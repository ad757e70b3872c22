import type { Language } from '../language.ts';
import { englishAttribution } from './attribution.ts';
import { englishDateLabel, englishDates } from './dates.ts';
import { englishEvents } from './events.ts';
import { englishMeasures } from './measures.ts';
import { englishModality } from './modality.ts';
import { englishNames } from './names.ts';
import { englishQuantityWords } from './numbers.ts';
import { englishSentences } from './sentences.ts';
import { statementWords } from './statements.ts';

export const EN: Language = {
  code: 'en',
  sentences: englishSentences,
  names: englishNames,
  quantities: englishQuantityWords,
  dates: englishDates,
  dateLabel: englishDateLabel,
  events: englishEvents,
  measures: englishMeasures,
  attribution: englishAttribution,
  modality: englishModality,
  statements: statementWords,
};
