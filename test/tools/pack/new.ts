/** A new pack's folder: small, valid, and about something invented, to be replaced file by file. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { PART_SCHEMAS, type Part, partJsonSchema } from '../json-schema.ts';
import { keepFile } from './files.ts';

/** Where editors find the schemas, from the pack's folder. */
const SCHEMAS = 'schema';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function newPack(directory: string): string {
  const id = basename(resolve(directory));
  if (!ID.test(id))
    throw new Error(
      `${directory}: the folder's name becomes the pack's id: lower-case words joined by hyphens, please`,
    );
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new Error(`${directory}: is not empty, and stays as it is`);
  const files = Object.entries(skeleton(id));
  for (const [name, record] of files) keepFile(join(directory, name), `${JSON.stringify(record, null, 2)}\n`);
  for (const part of Object.keys(PART_SCHEMAS) as Part[])
    keepFile(join(directory, SCHEMAS, `${part}.schema.json`), partJsonSchema(part));
  return [
    `${directory}: a new pack about ferries that do not exist, in ${files.length} files. Next:`,
    `  npm run -s pack -- validate ${directory}`,
    '  then put your topic in place of the ferries, file by file: corpus/packs/README.md says how',
  ].join('\n');
}

const schema = (part: Part, depth: 0 | 1): string => `${depth === 0 ? './' : '../'}${SCHEMAS}/${part}.schema.json`;

/** File names and their records. */
function skeleton(id: string): Record<string, object> {
  return {
    'manifest.json': {
      $schema: schema('manifest', 0),
      format: 1,
      id,
      version: '0.1.0',
      title: 'Ferries of the northern islands',
      description: 'How many ferries run between the northern islands, and who runs them.',
      languages: ['en'],
      selection: 'Say how the sources were found and chosen, and what was left out: readers see this.',
      newest: '2025-05-02',
      topic: [
        {
          all: [
            ['ferry', 'ferries'],
            ['northern islands', 'Northern Islands'],
          ],
        },
      ],
      corrections: [],
      unknowns: ['Say what no source tells.'],
    },
    'vocabulary.json': {
      $schema: schema('vocabulary', 0),
      running: ['in service', 'running', 'run*', 'operat*', 'sail*'],
    },
    'entities/island-line.json': {
      $schema: schema('entity', 1),
      id: 'island-line',
      kind: 'organisation',
      name: 'Island Line',
      aliases: [{ text: 'the Line', needsContext: true }],
      description: 'Runs the ferries of the northern islands.',
      anchor: true,
    },
    'measures/ferries-in-service.json': {
      $schema: schema('measure', 1),
      id: 'ferries-in-service',
      kind: 'figure',
      label: 'Ferries in service',
      definition: 'Ferries that run between the northern islands on one day; ferries in the dock are not counted.',
      units: { ferries: ['ferry', 'boat', 'ship'] },
      select: [{ all: [['@running']], reach: 'clause' }],
      antiCues: ['in the dock', 'under repair'],
      temporal: 'evolving',
      windowDays: 60,
      requires: [],
      sameAs: [],
      confusedWith: [],
    },
    'documents/harbour-post-2025-05-01.json': {
      $schema: schema('document', 1),
      id: 'harbour-post-2025-05-01',
      outlet: 'The Harbour Post',
      title: 'Fourteen ferries for the summer',
      date: '2025-05-01',
      language: 'en',
      kind: 'news',
      summary: 'The operator starts the summer with fourteen ferries, two more than last year.',
      entities: ['island-line'],
      claims: [
        {
          id: 'fleet',
          kind: 'figure',
          measure: 'ferries-in-service',
          scope: {},
          surface: '14 ferries in service',
          quantity: { value: 14, bound: '=', unit: 'ferries' },
          saidBy: 'Island Line',
          modality: 'reported',
        },
      ],
    },
    'documents/island-radio-2025-05-02.json': {
      $schema: schema('document', 1),
      id: 'island-radio-2025-05-02',
      outlet: 'Island Radio',
      title: 'A dozen ferries are enough, says the union',
      date: '2025-05-02',
      language: 'en',
      kind: 'news',
      summary: 'The union counts twelve ferries that sail, as two wait for crews.',
      entities: ['island-line'],
      claims: [
        {
          id: 'fleet',
          kind: 'figure',
          measure: 'ferries-in-service',
          scope: {},
          surface: 'twelve ferries sail',
          quantity: { value: 12, bound: '=', unit: 'ferries' },
          modality: 'reported',
        },
      ],
    },
  };
}
