/** All of utils/language as reading a page needs it, English with it: for its size. */
export { findAsOf } from '../../../utils/language/as-of.ts';
export { readDates } from '../../../utils/language/dates.ts';
export { EN } from '../../../utils/language/en/index.ts';
export { findEvent } from '../../../utils/language/events.ts';
export { compileFigureRules } from '../../../utils/language/measures/rules.ts';
export { classifyFigures } from '../../../utils/language/measures.ts';
export { findModality } from '../../../utils/language/modality.ts';
export { buildLexicon, findMentions } from '../../../utils/language/names.ts';
export { resolvePageDate } from '../../../utils/language/page-date.ts';
export { readQuantities } from '../../../utils/language/quantities.ts';
export { splitSentences } from '../../../utils/language/sentences.ts';
export { findSpeaker } from '../../../utils/language/speaker.ts';
export { findMeasure, readStatements } from '../../../utils/language/statements.ts';
export { compileTopic, isOnTopic } from '../../../utils/language/topic.ts';
