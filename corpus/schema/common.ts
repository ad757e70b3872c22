import * as z from 'zod';

// MV3 forbids `new Function`, which Zod probes for otherwise (colinhacks/zod#5414).
z.config({ jitless: true });

/** Lower-case words joined by hyphens; also the ids of events ("2025-09-04-paris"). */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
  .max(80);

/** `stance:<country>` beside plain ids. */
export const MeasureId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** Year, month or day: "2025", "2025-09", "2025-09-04". */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD');

export const IsoDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date is YYYY-MM-DD');

/** “https://known.example@other.example” leads to the other. */
const hasUser = (address: string): boolean =>
  URL.canParse(address) && /[^/]*@/.test(new URL(address).href.split('/')[2] ?? '');

export const HttpUrl = z
  .url({ protocol: /^https?$/, error: 'an address is http or https' })
  .max(2000)
  .refine((address) => !hasUser(address), 'an address has no name or password before its host');

export const Text = (max: number) => z.string().trim().min(1).max(max);
