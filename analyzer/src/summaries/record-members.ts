/** Counts and lists whose size says whether there was a record. */
export const SIZES = new Set([
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

/** Members that hold what was found. */
export const WRAPPERS = new Set([
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
