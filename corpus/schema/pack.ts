import * as z from 'zod';
import { Id, IsoDate, MeasureId, Text } from './common.ts';
import { Document } from './document.ts';
import { Entity } from './entity.ts';
import { Measure, Vocabulary } from './measure.ts';

export const PACK_FORMAT = 1;

/** A measure in the list of pledges, with a shorter label than its own. */
const Listed = z.strictObject({ measure: MeasureId, label: Text(60).optional() });

/** What makes the list of pledges by country: the engine knows no topic, so the pack says which of its measures do. */
const Ledger = z.strictObject({
  /** A measure of stances, one a country; its values are in order from yes to no. */
  stance: MeasureId,
  /** Values that are a yes, and a no; the rest keeps both possible. */
  yes: z.array(Text(80)),
  no: z.array(Text(80)),
  /** Missions of the stance that are another question: told beside the position, never as it. */
  apart: z.array(Text(80)).optional(),
  /** Measures of figures and facts, by country, that belong to a pledge. */
  figures: z.array(Listed).optional(),
  facts: z.array(Listed).optional(),
  /** Measures of one event that count the pledging countries: shown beside those that are named. */
  reported: z.array(MeasureId).optional(),
  /** Why the count and the names are not the same thing: shown with them. */
  note: Text(600).optional(),
});

/** What no source tells; the documents are those that show the gap. */
const Unknown = z.union([Text(600), z.strictObject({ text: Text(600), documents: z.array(Id).min(1) })]);

export const Manifest = z.strictObject({
  format: z.literal(PACK_FORMAT),
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers: 1.0.0'),
  title: Text(120),
  description: Text(600),
  /** Of the documents; the first is that of the pack's own words. */
  languages: z.array(z.string().min(2).max(20)).min(1),
  /** How the documents were chosen: shown to the reader. */
  selection: Text(1200),
  /** The newest source on the topic: how far the pack reaches. */
  newest: IsoDate,
  /** What puts a page on the topic: one phrase of any group of `all` from each list, or any entity with `anchor`. */
  topic: z.array(
    z.strictObject({
      all: z.array(z.array(Text(80)).min(1)).min(1),
      /** Phrases that show another subject where they stand nearer, or more often, than those of `all`. */
      rivals: z.array(Text(80)).optional(),
      /** Where people of so many of the pack's countries are named, the phrases may stand anywhere on the page. */
      people: z.number().int().min(1).max(20).optional(),
    }),
  ),
  corrections: z.array(z.strictObject({ date: IsoDate, what: Text(600) })),
  unknowns: z.array(Unknown),
  ledger: Ledger.optional(),
});
export type Manifest = z.infer<typeof Manifest>;

export const Pack = z.strictObject({
  manifest: Manifest,
  entities: z.array(Entity),
  vocabulary: Vocabulary,
  measures: z.array(Measure),
  documents: z.array(Document),
});
export type Pack = z.infer<typeof Pack>;

/** Over the canonical bytes of the pack (`corpus/canonical.ts`); both in base64url. */
export const PackSignature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** The author's public key: 32 bytes. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'a key is 32 bytes in base64url'),
  /** 64 bytes. */
  value: z.string().regex(/^[A-Za-z0-9_-]{86}$/, 'a signature is 64 bytes in base64url'),
});
export type PackSignature = z.infer<typeof PackSignature>;

/** A pack as one file, to give to others. */
export const PackFile = Pack.extend({
  /** For editors; not part of the pack. */
  $schema: z.string().max(500).optional(),
  signature: PackSignature.optional(),
});
export type PackFile = z.infer<typeof PackFile>;
