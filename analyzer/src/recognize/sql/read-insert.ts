import { readInsertConflict } from './insert-conflict.ts';
import { insertShape, type InsertShape } from './insert-shape.ts';
import { readInsertSource, type InsertSource } from './insert-source.ts';
import { unknownSql, type SqlDialect, type SqlInsert, type SqlStatement } from './sql-statement.ts';
import type { TokenList } from './token-lists.ts';

export function readInsert(tokens: TokenList, dialect: SqlDialect): SqlStatement {
  const shape = insertShape(tokens);
  if (shape === undefined) return unknownSql('the INSERT could not be read');
  const source = readInsertSource(shape.source, shape.table, dialect);
  if (source === undefined) return unknownSql('where the INSERT takes its rows from could not be read');
  const conflict = readInsertConflict(shape.conflict, shape.names, dialect);
  if (conflict === undefined) return unknownSql('what the INSERT does on a conflict could not be read');
  return {
    kind: 'insert',
    ...(shape.table === undefined ? {} : { table: shape.table }),
    ...alignedRow(source.columns ?? shape.columns, source.values),
    conflict: conflict.effect === 'none' ? effectOf(shape.modifier) : conflict.effect,
    ...(conflict.updates === undefined ? {} : { updates: conflict.updates }),
    conflictTarget: conflict.target,
    selectsFrom: source.selectsFrom,
    whereNotExists: source.whereNotExists,
    guarded: conflict.guarded,
  };
}

function effectOf(modifier: InsertShape['modifier']): SqlInsert['conflict'] {
  if (modifier === 'replace') return 'absolute-update';
  return modifier;
}

/** The columns that are known, and the row only if each of its values belongs to a known one. */
function alignedRow(
  columns: readonly (string | undefined)[],
  values: InsertSource['values'],
): Pick<SqlInsert, 'columns' | 'values'> {
  const known = columns.filter((column) => column !== undefined);
  const isAligned = known.length > 0 && known.length === columns.length && known.length === values?.length;
  return { columns: known, values: isAligned ? values : undefined };
}
