import type { ReadMeaning, WriteMeaning } from '../recognize/meaning.ts';

/** A write whose result may say whether it was the first: a claim, or a command that cannot be read. */
export function mayTell({ claims, repeatability }: WriteMeaning): boolean {
  return claims || repeatability.kind === 'unknown';
}

/** A name that is not known is no evidence. */
export function sameResource(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();
}

/** Whether a write goes where a read looks: an object of a store is no row of a cache, whatever their names are. */
export function isIn(read: ReadMeaning, write: WriteMeaning): boolean {
  return read.category === write.category && sameResource(write.resource, read.resource);
}

/** Whether a write leaves a mark in a field; an amount that is added to or taken from is none. */
export function setsField({ sets, repeatability }: WriteMeaning, field: string | undefined): boolean {
  if (repeatability.kind === 'non-idempotent' && sets !== undefined) return false;
  if (field !== undefined && IDENTITIES.has(field)) return false;
  return field === undefined || sets === undefined || sets.some((column) => isColumn(column, field));
}

/** Whether a column, in lower case, is what code calls so. */
export function isColumn(column: string | undefined, name: string): boolean {
  return column === name.toLowerCase() || column === snake(name);
}

/** What a row is, and not what was done with it. */
const IDENTITIES: ReadonlySet<string> = new Set(['id', '_id']);

/** `paidAt` in the code may be `paid_at` in the table. */
function snake(field: string): string {
  return field.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}

/** `UPDATE orders`, `tx.score.upsert`, `scores.findOneAndUpdate`: there may be a row already, and nothing is thrown. */
export function takesRowAsItIs({ label }: Pick<WriteMeaning, 'label'>): boolean {
  return CHANGING.test(label);
}

const CHANGING = /^(?:UPDATE|DELETE|MERGE)\b|(?:^|\.)\w*(?:upsert|update|increment|decrement|delete|destroy)\w*$/i;
