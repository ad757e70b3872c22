/** Reads a text with the bundled pack: what the tests of statements share. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { daysOf } from '../../corpus/comparable.ts';
import { Document } from '../../corpus/schema/document.ts';
import { Entity } from '../../corpus/schema/entity.ts';
import { Measure } from '../../corpus/schema/measure.ts';
import { readDates } from '../../utils/language/dates.ts';
import { EN } from '../../utils/language/en/index.ts';
import { findEvent } from '../../utils/language/events.ts';
import { buildLexicon, findMentions } from '../../utils/language/names.ts';
import type { EntityRule, MeasureRule } from '../../utils/language/pack-rules.ts';
import { splitSentences } from '../../utils/language/sentences.ts';
import { readStatements } from '../../utils/language/statements.ts';
import type { Block, Statement } from '../../utils/language/types.ts';

const PACK = new URL('../../corpus/packs/coalition-of-the-willing/', import.meta.url).pathname;

const readAll = (folder: string): unknown[] =>
  readdirSync(join(PACK, folder))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const value: unknown = JSON.parse(readFileSync(join(PACK, folder, name), 'utf8'));
      return Array.isArray(value) ? value : [value];
    });

export const entities: EntityRule[] = readAll('entities').map((value) => Entity.parse(value));
export const measures: MeasureRule[] = readAll('measures').map((value) => Measure.parse(value));

export const seedDocument = (id: string): Document =>
  Document.parse(JSON.parse(readFileSync(join(PACK, 'documents', `${id}.json`), 'utf8')));

const lexicon = buildLexicon(entities);
const byId = new Map(entities.map((entity) => [entity.id, entity]));

/** Facts and stances of a text, a block a line. Nobody speaks in it but who is named as the subject. */
export function statementsOf(text: string, date: string | null): Statement[] {
  const blocks: Block[] = text.split('\n').map((line, id) => ({ id, text: line, kind: 'paragraph', section: 0 }));
  const pageDate = date === null ? null : daysOf(date);
  const sentences = blocks.flatMap((block) => splitSentences(block, EN.sentences));
  const mentions = findMentions(blocks, lexicon, { pageDate, sentences, words: EN.names });
  const dates = blocks.flatMap((block) =>
    readDates(block.text, pageDate, EN.dates).map((found) => ({ ...found, block: block.id })),
  );
  const reading = { blocks, sentences, mentions, quantities: [], dates, pageDate };
  const context = {
    entities: byId,
    eventAt: (place: { block: number; start: number; end: number }) => findEvent(reading, place, entities, EN.events),
    speakerAt: () => null,
    pageDate,
  };
  return readStatements(reading, measures, context, EN.statements);
}

/** "italy rules-out-troops", "trump-participation-mode phone": one short line a statement. */
export const inShort = (statement: Statement): string =>
  [
    statement.kind === 'stance' ? statement.scope.country : statement.measure,
    statement.value,
    statement.mission && `(${statement.mission})`,
    statement.modality !== 'reported' && statement.modality,
  ]
    .filter(Boolean)
    .join(' ');
