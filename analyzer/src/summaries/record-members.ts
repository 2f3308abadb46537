/** Whether a member of what a store answers says no more than whether there is a record. */
export function saysWhetherThere(member: string): boolean {
  return SIZES.has(member) || WRAPPERS.has(member);
}

/** Counts and lists whose size says whether there was a record. */
const SIZES = new Set([
  'length',
  'size',
  'rowCount',
  'count',
  'affectedRows',
  'changes',
  'rowsAffected',
  'upsertedCount',
  'insertedCount',
  'modifiedCount',
  'nModified',
  'affected',
]);
/** Members that hold the record, or the list of them. */
const WRAPPERS = new Set([
  'rows',
  'raw',
  'data',
  'records',
  'Item',
  'Items',
  'body',
  'upsertedId',
  'insertId',
  'value',
]);
