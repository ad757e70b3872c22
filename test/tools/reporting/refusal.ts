/** What did not fit: which record, which field of it, and why. Nothing is left out without one. */
export interface Refusal {
  record: string;
  field: string;
  why: string;
}

/** Thrown by the converters of single items; the record and the item's place are added where it is caught. */
export class Refused extends Error {
  readonly field: string;
  constructor(field: string, why: string) {
    super(why);
    this.name = 'Refused';
    this.field = field;
  }
}

export const sayRefusal = ({ record, field, why }: Refusal): string => `${record}: ${field}: ${why}`;

interface ParsedOrNot<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}

/** The value as the schema has it; throws `Refused` for the first field that does not fit. */
export function fitting<T>(value: unknown, schema: ParsedOrNot<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refused(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'does not fit the schema');
}
