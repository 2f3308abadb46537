import { maskUnstable } from '../../world/payload-text.ts';
import type { Application } from '../../world/ledger.ts';
import { uniqueViolation } from './database-error.ts';
import type { Database } from './database.ts';
import { evaluate, holds, refersToRow, type Scope } from './evaluate.ts';
import type { Column, Conflict, Delete, Insert, Row, Select, SqlValue, Statement, Update, Write } from './syntax.ts';
import { seenBy, write, type StoredRow, type Table, type Writer } from './table.ts';

/** An application of an effect, and the state it leaves; without one it adds up. */
export interface Applied {
  readonly applications: readonly Application[];
  readonly state?: string;
}

export interface Result {
  readonly command: string;
  readonly rows: readonly Row[];
  readonly rowCount: number;
}

export interface Execution {
  /** A read can lock rows: it runs in a transaction. */
  readonly locking: boolean;
  readonly database: Database;
  readonly parameters: readonly SqlValue[];
  readonly writer: Writer;
  readonly attributed: readonly (readonly Application[])[];
}

export interface Written {
  readonly result: Result;
  readonly applied: readonly Applied[];
}

export function runWrite(statement: Write, execution: Execution): Written {
  switch (statement.kind) {
    case 'insert':
      return runInsert(statement, execution);
    case 'update':
      return runUpdate(statement, execution);
    case 'delete':
      return runDelete(statement, execution);
  }
}

export function readRows(select: Select, execution: Execution): Result {
  const scope = scopeOf(execution);
  const found = select.table === undefined ? [{}] : visibleRows(select, execution, scope);
  const counts = select.columns.some(({ value }) => value !== 'all' && value.kind === 'call' && value.name === 'count');
  const rows = counts ? [{ count: String(found.length) }] : found.map((row) => project(select.columns, row, scope));
  return { command: 'SELECT', rows, rowCount: rows.length };
}

/** Whether a row that it would touch is another open transaction's. Plain reads wait for nobody. */
export function waitsForLock(statement: Statement, execution: Execution): boolean {
  const scope = scopeOf(execution);
  const { writer, database } = execution;
  switch (statement.kind) {
    case 'insert': {
      const table = database.table(statement.table);
      return rowsOf(statement, scope).some((row) =>
        keysOf(statement, table).some((columns) => table.keyLocked(columns, row, writer)),
      );
    }
    case 'update':
    case 'delete':
      return database.table(statement.table).lockedAgainst(statement.where, scope, writer);
    case 'select':
      return (
        statement.locks &&
        statement.table !== undefined &&
        database.table(statement.table).lockedAgainst(statement.where, scope, writer)
      );
    default:
      return false;
  }
}

function runInsert(insert: Insert, execution: Execution): Written {
  const scope = scopeOf(execution);
  const table = execution.database.table(insert.table);
  const applied: Applied[] = [];
  const returned: Row[] = [];
  let rowCount = 0;
  for (const [index, row] of rowsOf(insert, scope).entries()) {
    const outcome = insertRow(insert, table, row, { execution, scope });
    if (outcome === undefined) continue;
    rowCount += 1;
    returned.push(project(insert.returning, outcome.contents, scope));
    const applications = execution.attributed[index] ?? [];
    applied.push(outcome.state === undefined ? { applications } : { applications, state: outcome.state });
  }
  return written('INSERT', insert, returned, { applied, rowCount });
}

interface RowOutcome {
  readonly contents: Row;
  readonly state?: string;
}

function insertRow(
  insert: Insert,
  table: Table,
  row: Row,
  { execution, scope }: { readonly execution: Execution; readonly scope: Scope },
): RowOutcome | undefined {
  const { writer } = execution;
  const { conflict } = insert;
  const clash = firstClash(keysOf(insert, table), table, row, writer);
  if (!clash) {
    const contents = { id: scope.unique(), ...row };
    table.insert(contents, writer);
    return conflict?.set ? upserted(contents, conflict, row) : { contents };
  }
  if (!conflict) throw uniqueViolation(insert.table);
  if (!conflict.set) return undefined;
  const before = seenBy(clash, writer) ?? {};
  const contents = { ...before, ...assigned(conflict.set, { ...scope, row: before, excluded: row }) };
  write(clash, contents, writer);
  return upserted(contents, conflict, row);
}

/** An upsert leaves one state, unless it reckons with what was there before. */
function upserted(contents: Row, { set }: Conflict, row: Row): RowOutcome {
  if (set?.some(({ value }) => refersToRow(value)) === true) return { contents };
  return { contents, state: maskUnstable(JSON.stringify(row)) };
}

function runUpdate(update: Update, execution: Execution): Written {
  const scope = scopeOf(execution);
  const table = execution.database.table(update.table);
  table.imagine(update.where, update.set, scope);
  const returned: Row[] = [];
  const states: string[] = [];
  for (const row of table.matching(update.where, scope, execution.writer)) {
    const before = seenBy(row, execution.writer) ?? {};
    const changes = assigned(update.set, { ...scope, row: before });
    states.push(JSON.stringify(changes));
    write(row, { ...before, ...changes }, execution.writer);
    returned.push(project(update.returning, { ...before, ...changes }, scope));
  }
  const relative = update.set.some(({ value }) => refersToRow(value));
  const applications = execution.attributed[0] ?? [];
  const application = relative ? { applications } : { applications, state: maskUnstable(states.join()) };
  return written('UPDATE', update, returned, {
    applied: states.length > 0 ? [application] : [],
    rowCount: states.length,
  });
}

function runDelete(deletion: Delete, execution: Execution): Written {
  const scope = scopeOf(execution);
  const table = execution.database.table(deletion.table);
  table.imagine(deletion.where, [], scope);
  const rows = table.matching(deletion.where, scope, execution.writer);
  const returned = rows.map((row) => project(deletion.returning, seenBy(row, execution.writer) ?? {}, scope));
  for (const row of rows) write(row, undefined, execution.writer);
  return written('DELETE', deletion, returned, {
    applied: [{ applications: execution.attributed[0] ?? [], state: 'deleted' }],
    rowCount: rows.length,
  });
}

function written(
  command: string,
  { returning }: Write,
  returned: readonly Row[],
  rest: { readonly applied: readonly Applied[]; readonly rowCount: number },
): Written {
  const rows = returning.length > 0 ? returned : [];
  return { result: { command, rows, rowCount: rest.rowCount }, applied: rest.applied };
}

function rowsOf(insert: Insert, scope: Scope): readonly Row[] {
  if (!holds(insert.guard, scope)) return [];
  return insert.rows.map((values) =>
    Object.fromEntries(
      values.map((value, index) => [insert.columns[index] ?? `column${index}`, evaluate(value, scope)]),
    ),
  );
}

/** The keys that a row must not repeat. A conflict clause needs one; where none is known it tells which. */
function keysOf({ conflict, columns }: Insert, table: Table): readonly (readonly string[])[] {
  if (!conflict) return table.unique;
  if (conflict.target) return [conflict.target, ...table.unique];
  return table.unique.length > 0 ? table.unique : [columns];
}

function firstClash(
  keys: readonly (readonly string[])[],
  table: Table,
  row: Row,
  writer: Writer,
): StoredRow | undefined {
  for (const columns of keys) {
    const clash = table.sameKey(columns, row, writer);
    if (clash) return clash;
  }
  return undefined;
}

function assigned(set: Update['set'], scope: Scope): Row {
  return Object.fromEntries(set.map(({ column, value }) => [column, evaluate(value, scope)]));
}

function visibleRows(select: Select, { database, writer, locking }: Execution, scope: Scope): readonly Row[] {
  if (select.table === undefined) return [];
  const table = database.table(select.table);
  table.imagineRead(select.where, scope);
  const rows = table.matching(select.where, scope, writer);
  // Nobody else changes them, or locks them, before the transaction ends.
  if (select.locks && locking) for (const row of rows) write(row, seenBy(row, writer), writer);
  return rows.map((row) => seenBy(row, writer) ?? {});
}

function project(columns: readonly Column[], row: Row, scope: Scope): Row {
  const projected: Record<string, SqlValue> = {};
  for (const { name, value } of columns) {
    if (value === 'all') Object.assign(projected, row);
    else projected[name] = evaluate(value, { ...scope, row });
  }
  return projected;
}

function scopeOf(execution: Execution): Scope {
  const scope: Scope = {
    parameters: execution.parameters,
    now: () => execution.database.now(),
    unique: () => execution.database.unique(),
    exists: (select) => visibleRows(select, execution, scope).length > 0,
  };
  return scope;
}
