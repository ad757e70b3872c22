/** Reads a page: names, quantities and what they count, facts and stances, each with who said it and as of when. Pure. */
import type { PageText } from '../utils/extension/protocol.ts';
import { findAsOf } from '../utils/language/as-of.ts';
import { readDates } from '../utils/language/dates.ts';
import { findEvent } from '../utils/language/events.ts';
import type { Classified } from '../utils/language/measures/score.ts';
import { classifyFigures } from '../utils/language/measures.ts';
import { findModality, readPolarity } from '../utils/language/modality.ts';
import { findMentions } from '../utils/language/names.ts';
import type { FigureMeasureRule } from '../utils/language/pack-rules.ts';
import { resolvePageDate } from '../utils/language/page-date.ts';
import { readQuantities } from '../utils/language/quantities.ts';
import { indexOf } from '../utils/language/reading-index.ts';
import { splitSentences } from '../utils/language/sentences.ts';
import { findSpeaker } from '../utils/language/speaker.ts';
import { readStatements } from '../utils/language/statements.ts';
import { isOnTopic } from '../utils/language/topic.ts';
import type {
  DateMention,
  Modality,
  Place,
  PlacedQuantity,
  Reading,
  Sentence,
  Statement,
} from '../utils/language/types.ts';
import type { PageFigure } from './analyse-context.ts';
import type { Engine } from './engine.ts';

export interface PageReading {
  reading: Reading;
  onTopic: boolean;
  figures: PageFigure[];
  statements: Statement[];
}

/** Names, sentences, quantities and dates of the page's blocks. */
function readBlocks(page: PageText, engine: Engine): Reading {
  const { language } = engine;
  const pageDate =
    resolvePageDate(page.dates, page.blocks, { words: language.dates, label: language.dateLabel })?.range ?? null;
  const sentences = page.blocks.flatMap((block) => splitSentences(block, language.sentences));
  const mentions = findMentions(page.blocks, engine.lexicon, { pageDate, sentences, words: language.names });
  const quantities: PlacedQuantity[] = [];
  const dates: DateMention[] = [];
  for (const block of page.blocks) {
    for (const quantity of readQuantities(block.text, language.quantities))
      quantities.push({ ...quantity, block: block.id });
    for (const date of readDates(block.text, pageDate, language.dates)) dates.push({ ...date, block: block.id });
  }
  return { blocks: page.blocks, sentences, mentions, quantities, dates, pageDate };
}

/** Countries, and persons for the country they act for. */
const contributor = (engine: Engine) => (id: string) => {
  const country = engine.countryOf(id);
  return country === null ? null : { country, person: engine.entities.get(id)?.kind === 'person' };
};

/** The figure's measure, or the one that the event's place makes of it: at a video call everybody is remote. */
function atPlaceOf(found: Classified, rule: FigureMeasureRule, event: string | null, engine: Engine): Classified {
  const { atPlace } = rule;
  if (!atPlace || !event || !engine.entities.get(event)?.event?.places.includes(atPlace.place)) return found;
  return { ...found, measure: atPlace.measure, because: [...found.because, `the event is ${atPlace.place}`] };
}

const placeOf = ({ block, start, end }: Place): Place => ({ block, start, end });

/** "No boots on the ground: … will not send troops": a sentence that says a thing twice says it once, in its fuller words. */
function oncePerSentence(statements: readonly Statement[], sentenceOf: (place: Place) => Sentence | null): Statement[] {
  const fullest = new Map<string, Statement>();
  for (const statement of statements) {
    const at = sentenceOf(statement)?.start;
    const scope = Object.entries(statement.scope).sort().join();
    const key = [statement.block, at, statement.measure, scope, statement.value, statement.mission].join(' ');
    const known = fullest.get(key);
    if (!known || statement.surface.length > known.surface.length) fullest.set(key, statement);
  }
  const kept = new Set(fullest.values());
  return statements.filter((statement) => kept.has(statement));
}

/** Off the topic there are names and quantities, and only measures whose cues carry their topic themselves. */
export function readPage(page: PageText, engine: Engine): PageReading {
  const { language } = engine;
  const reading = readBlocks(page, engine);
  const onTopic = engine.topics.some((topic) => isOnTopic(reading, topic));
  const texts = new Map(page.blocks.map((block) => [block.id, block.text]));
  const core = (quantity: PlacedQuantity) => texts.get(quantity.block)!.slice(quantity.core.start, quantity.core.end);
  const entities = engine.entityList;
  const eventAt = (place: Place) => findEvent(reading, place, entities, language.events);
  const isPerson = (id: string) => engine.entities.get(id)?.kind === 'person';
  const speakerAt = (place: Place) => findSpeaker(reading, place, language.attribution, isPerson);
  const index = indexOf(reading);
  const sentenceOf = (place: Place): Sentence | null => {
    const sentence = index.sentences(place.block)[index.sentenceAt(place)];
    return sentence && sentence.start <= place.start ? sentence : null;
  };
  const modalityAt = (rule: FigureMeasureRule, place: Place): Modality => {
    const sentence = sentenceOf(place);
    if (!sentence) return 'reported';
    return findModality(texts.get(place.block)!, sentence, place, language.modality, rule.aboutFuture);
  };
  /** A question, a denial, a condition is not the thing itself: nothing is compared. */
  const isSaid = (place: Place): boolean => {
    const sentence = sentenceOf(place);
    if (!sentence) return true;
    const { question, denied, negated } = readPolarity(texts.get(place.block)!, sentence, place, language.modality);
    return !question && !denied && !negated;
  };
  const classes = classifyFigures(
    reading,
    engine.figureRules,
    contributor(engine),
    (rule) => onTopic || rule.standsAlone === true,
  );
  const figureAs = (quantity: PlacedQuantity, found: Classified | null): PageFigure => {
    const place = placeOf(quantity);
    const asked = found ? engine.figureRules.byId.get(found.measure) : undefined;
    const event = asked?.requires.includes('event') && !found?.former ? eventAt(place).event : null;
    const classified = found && asked ? atPlaceOf(found, asked, event, engine) : found;
    const rule = classified ? engine.figureRules.byId.get(classified.measure) : undefined;
    const scope = { ...classified?.scope };
    if (event) scope.event = event;
    return {
      quantity,
      classified,
      guesses: [],
      scope,
      noEvent: Boolean(rule?.requires.includes('event') && !event),
      speaker: classified ? speakerAt(place) : null,
      asOf: classified ? findAsOf(reading, place) : null,
      said: !rule || isSaid(place),
      modality: rule ? modalityAt(rule, place) : 'reported',
      core: core(quantity),
    };
  };
  const figures = reading.quantities.map((quantity, i): PageFigure => {
    const { sure, guesses } = classes[i]!;
    return { ...figureAs(quantity, sure), guesses: guesses.map((guess) => figureAs(quantity, guess)) };
  });
  const statements = !onTopic
    ? []
    : readStatements(
        reading,
        engine.measures,
        { entities: engine.entities, eventAt, speakerAt, pageDate: reading.pageDate },
        language.statements,
      );
  return { reading, onTopic, figures, statements: oncePerSentence(statements, sentenceOf) };
}
