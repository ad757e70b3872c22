/** What messages about saved pages must look like where they arrive. The panel has checked a page by the full schema before. */
import * as z from 'zod/mini';
import type { RequestSchemas } from './messages.ts';

z.config({ jitless: true });

/** A cut page, its headline, and its claims (corpus/schema/saved.ts). */
const MOST_CHARACTERS = 201_000;
const MOST_BLOCKS = 5_001;
const MOST_CLAIMS = 500;
const MOST_ITEMS = 5_000;

/** Made when first needed: most starts of the background take no message about saved pages. */
function makeSchemas() {
  const short = z.string().check(z.maxLength(400));
  const address = z.string().check(z.maxLength(2_000), z.regex(/^https?:\/\//));
  const id = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+$/));
  const scope = z.record(short, short);
  const modality = z.enum(['reported', 'expected', 'proposed', 'draft']);
  const bound = z.enum(['=', '~', '>', '>=', '<', '<=']);
  const end = z.nullable(z.number());
  const blockKind = z.enum(['paragraph', 'heading', 'item', 'cell', 'caption', 'quote']);

  const claimBase = {
    id,
    measure: id,
    scope,
    surface: short,
    surfaceIsOurs: z.optional(z.boolean()),
    saidBy: z.optional(short),
    asOf: z.optional(short),
    modality,
    origin: z.optional(short),
    wording: z.optional(short),
    fragment: z.optional(z.strictObject({ start: short, end: z.optional(short) })),
  };
  const claim = z.discriminatedUnion('kind', [
    z.strictObject({
      ...claimBase,
      kind: z.literal('figure'),
      quantity: z.strictObject({
        value: z.optional(z.number()),
        low: z.optional(end),
        high: z.optional(end),
        bound,
        unit: short,
      }),
    }),
    z.strictObject({ ...claimBase, kind: z.literal('fact'), value: short }),
    z.strictObject({
      ...claimBase,
      kind: z.literal('stance'),
      value: short,
      mission: z.optional(short),
      detail: z.optional(short),
      officeHolder: z.optional(z.boolean()),
    }),
  ]);

  const savedPage = z
    .strictObject({
      format: z.literal(1),
      id,
      savedAt: z.iso.datetime(),
      byline: z.optional(short),
      cut: z.optional(z.boolean()),
      blocks: z
        .array(z.strictObject({ kind: blockKind, text: z.string().check(z.maxLength(MOST_CHARACTERS)) }))
        .check(z.maxLength(MOST_BLOCKS)),
      document: z.strictObject({
        id,
        outlet: short,
        title: short,
        url: address,
        date: z.optional(short),
        language: short,
        kind: z.literal('news'),
        summary: short,
        entities: z.array(id),
        claims: z.array(claim).check(z.maxLength(MOST_CLAIMS)),
      }),
    })
    .check(
      z.refine((page) => page.id === page.document.id),
      z.refine((page) => page.blocks.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS),
    );

  const interval = z.object({ low: end, high: end });
  const comparedItem = z.object({
    id: short,
    kind: z.enum(['figure', 'fact', 'stance']),
    surface: z.string().check(z.maxLength(2_000)),
    measure: z.nullable(short),
    scope,
    quantity: z.optional(
      z.object({
        value: z.optional(z.number()),
        bound,
        hard: interval,
        soft: interval,
        unit: z.nullable(short),
        precision: z.optional(z.number()),
      }),
    ),
    value: z.optional(z.string().check(z.maxLength(4_000))),
    mission: z.optional(short),
    only: z.optional(z.literal(true)),
    officeHolder: z.optional(z.literal(true)),
    notSaid: z.optional(z.literal(true)),
    asOf: z.optional(short),
    modality,
  });

  const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

  return {
    'draft-save': z.object({ tab: z.number() }),
    'save-page': savedPage,
    'saved-list': z.object({ words: short }),
    'saved-page': z.object({ id }),
    'delete-saved': z.object({ id }),
    'saved-beside': z.object({
      url: z.nullable(z.string().check(z.maxLength(4_000))),
      date: z.nullable(z.object({ from: day, to: day })),
      items: z.array(comparedItem).check(z.maxLength(MOST_ITEMS)),
    }),
    /** What comes back from a page is checked like any message: the page's script could not forge it, a damaged build could. */
    article: z.object({
      url: z.string(),
      title: short,
      outlet: short,
      byline: short,
      summary: short,
      language: short,
      cut: z.boolean(),
      dates: z.array(z.object({ source: z.enum(['json-ld', 'meta', 'time', 'url']), value: short })),
      blocks: z
        .array(
          z.object({
            id: z.number(),
            text: z.string().check(z.maxLength(MOST_CHARACTERS)),
            kind: blockKind,
            section: z.number(),
          }),
        )
        .check(z.maxLength(MOST_BLOCKS)),
    }),
  };
}

type Schemas = ReturnType<typeof makeSchemas>;
let made: Schemas | null = null;

function later<N extends keyof Schemas>(name: N) {
  return {
    safeParse: (value: unknown) => {
      made ??= makeSchemas();
      return made[name].safeParse(value) as ReturnType<Schemas[N]['safeParse']>;
    },
  };
}

/** What the background takes, from the extension's own pages. */
export const savedRequests = {
  'draft-save': later('draft-save'),
  'save-page': later('save-page'),
  'saved-list': later('saved-list'),
  'saved-page': later('saved-page'),
  'delete-saved': later('delete-saved'),
  'saved-beside': later('saved-beside'),
} satisfies RequestSchemas;

export const articleText = later('article');
