import * as z from 'zod';
import { Id, IsoDate, Text } from './common.ts';

/** One spelling. Context means: counts only where the text has shown who or what is meant. */
export const Alias = z.strictObject({
  text: Text(120),
  needsContext: z.boolean().optional(),
  /** A common name or word: counts only with the full name on the page or the title before it. */
  onlyWithName: z.boolean().optional(),
  /** Borne by nobody else since the entity began: counts where no rival cue is on the page. */
  distinct: z.boolean().optional(),
});

export const Role = z.strictObject({
  title: Text(160),
  from: IsoDate.nullable().optional(),
  to: IsoDate.nullable().optional(),
  /** Phrases that mean whoever holds it on the page's date. */
  phrases: z.array(Text(80)).max(20).optional(),
});

export const EventDetails = z.strictObject({
  from: IsoDate,
  to: IsoDate,
  places: z.array(Text(80)),
  cues: z.array(Text(80)),
  /** Meant only where a cue is near: a meeting of another body, or beside the topic's own. */
  needsCue: z.boolean().optional(),
});

export const Entity = z.strictObject({
  id: Id,
  kind: z.enum(['person', 'country', 'organisation', 'coalition', 'force', 'agreement', 'event']),
  name: Text(120),
  aliases: z.array(Alias).max(100),
  roles: z.array(Role).optional(),
  country: Id.nullable().optional(),
  description: Text(400).optional(),
  anchor: z.boolean().optional(),
  /** Words beside a match that show another bearer of the name. */
  antiCues: z.array(Text(80)).optional(),
  /** Words anywhere near that show another bearer. */
  rivalCues: z.array(Text(80)).optional(),
  /** The name counts only with one of these on the page, nearer than any rival cue. */
  contextCues: z.array(Text(80)).optional(),
  /** Weaker signs, enough where nothing speaks for a rival and one of the pack's people is named. */
  supportCues: z.array(Text(80)).optional(),
  /** Did not exist before this day. */
  since: IsoDate.nullable().optional(),
  event: EventDetails.optional(),
});
export type Entity = z.infer<typeof Entity>;
