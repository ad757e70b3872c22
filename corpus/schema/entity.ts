import * as z from 'zod';
import { Id, IsoDate, Text } from './common.ts';

/** One spelling. Context means: counts only where the text has shown who or what is meant. */
export const Alias = z.strictObject({
  text: Text(120),
  needsContext: z.boolean().optional(),
});

export const Role = z.strictObject({
  title: Text(160),
  from: IsoDate.nullable().optional(),
  to: IsoDate.nullable().optional(),
});

export const EventDetails = z.strictObject({
  from: IsoDate,
  to: IsoDate,
  places: z.array(Text(80)),
  cues: z.array(Text(80)),
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
  antiCues: z.array(Text(80)).optional(),
  event: EventDetails.optional(),
});
export type Entity = z.infer<typeof Entity>;
