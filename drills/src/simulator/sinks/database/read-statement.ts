import { readColumns, readExpression, readSelect } from './read-expression.ts';
import type { Assignment, Column, Conflict, Control, CreateTable, Expression, Insert, Statement } from './syntax.ts';
import { SqlNotUnderstood, TokenReader } from './tokens.ts';

/** Throws `SqlNotUnderstood` for what the simulated database has no idea of. */
export function readStatement(sql: string): Statement {
  const reader = new TokenReader(sql);
  const statement = readOne(reader);
  reader.takes(';');
  if (!reader.atEnd() && statement.kind !== 'nothing') throw reader.notUnderstood('the end');
  return statement;
}

function readOne(reader: TokenReader): Statement {
  const first = reader.next().text;
  switch (first) {
    case 'insert':
      return readInsert(reader);
    case 'update':
      return readUpdate(reader);
    case 'delete':
      return readDelete(reader);
    case 'select':
      return readSelect(reader);
    case 'create':
      return readCreate(reader);
    default:
      return readControl(first, reader);
  }
}

const controls: ReadonlyMap<string, Control['kind']> = new Map([
  ['begin', 'begin'],
  ['start', 'begin'],
  ['commit', 'commit'],
  ['end', 'commit'],
  ['rollback', 'rollback'],
  ['abort', 'rollback'],
  ['savepoint', 'savepoint'],
  ['release', 'release'],
  ['set', 'nothing'],
  ['alter', 'nothing'],
  ['drop', 'nothing'],
]);

function readControl(first: string, reader: TokenReader): Control {
  const kind = controls.get(first);
  if (!kind) throw new SqlNotUnderstood(`SQL not understood: ${first.toUpperCase()}`);
  let name = '';
  let to = false;
  while (!reader.atEnd() && !reader.sees(';')) {
    const word = reader.next().text;
    if (word === 'to') to = true;
    else name = word;
  }
  return { kind: kind === 'rollback' && to ? 'rollback-to' : kind, name };
}

function readInsert(reader: TokenReader): Insert {
  reader.expect('into');
  const table = reader.name();
  if (reader.takes('as')) reader.name();
  const columns = reader.sees('(') ? reader.names() : [];
  const source = readSource(reader);
  const conflict = reader.takes('on', 'conflict') ? readConflict(reader) : undefined;
  return {
    kind: 'insert',
    table,
    columns,
    ...source,
    returning: readReturning(reader),
    ...(conflict ? { conflict } : {}),
  };
}

function readSource(reader: TokenReader): Pick<Insert, 'rows' | 'guard'> {
  if (reader.takes('default', 'values')) return { rows: [[]] };
  if (reader.takes('select')) {
    const { columns, where, table } = readSelect(reader);
    if (table !== undefined) throw new SqlNotUnderstood('SQL not understood: INSERT from another table');
    const row = columns.flatMap(({ value }) => (value === 'all' ? [] : [value]));
    return where ? { rows: [row], guard: where } : { rows: [row] };
  }
  reader.expect('values');
  return {
    rows: reader.list(() => {
      reader.expect('(');
      const row = reader.list(() => readValue(reader));
      reader.expect(')');
      return row;
    }),
  };
}

function readValue(reader: TokenReader): Expression {
  return reader.takes('default') ? { kind: 'value', value: null } : readExpression(reader);
}

function readConflict(reader: TokenReader): Conflict {
  let target = reader.sees('(') ? reader.names() : undefined;
  if (reader.takes('where')) readExpression(reader);
  if (reader.takes('on', 'constraint')) {
    reader.name();
    target = undefined;
  }
  if (reader.takes('do', 'nothing')) return { target, set: undefined };
  reader.expect('do', 'update', 'set');
  const set = readAssignments(reader);
  if (reader.takes('where')) throw new SqlNotUnderstood('SQL not understood: DO UPDATE … WHERE');
  return { target, set };
}

function readUpdate(reader: TokenReader): Statement {
  const table = reader.name();
  if (!reader.sees('set')) {
    reader.takes('as');
    reader.name();
  }
  reader.expect('set');
  const set = readAssignments(reader);
  const where = reader.takes('where') ? readExpression(reader) : undefined;
  return { kind: 'update', table, set, returning: readReturning(reader), ...(where ? { where } : {}) };
}

function readAssignments(reader: TokenReader): readonly Assignment[] {
  return reader.list(() => {
    const column = reader.name();
    reader.expect('=');
    return { column, value: readValue(reader) };
  });
}

function readDelete(reader: TokenReader): Statement {
  reader.expect('from');
  const table = reader.name();
  const where = reader.takes('where') ? readExpression(reader) : undefined;
  return { kind: 'delete', table, returning: readReturning(reader), ...(where ? { where } : {}) };
}

function readReturning(reader: TokenReader): readonly Column[] {
  return reader.takes('returning') ? readColumns(reader) : [];
}

function readCreate(reader: TokenReader): CreateTable | Control {
  const index = reader.takes('unique', 'index') ? 'index' : undefined;
  if (index) return readUniqueIndex(reader);
  if (!reader.takes('table')) {
    while (!reader.atEnd()) reader.next();
    return { kind: 'nothing', name: 'create' };
  }
  reader.takes('if', 'not', 'exists');
  const table = reader.name();
  reader.expect('(');
  const unique = reader.list(() => readUnique(reader)).filter((columns) => columns.length > 0);
  reader.expect(')');
  return { kind: 'create-table', table, unique };
}

function readUniqueIndex(reader: TokenReader): CreateTable {
  reader.takes('if', 'not', 'exists');
  if (!reader.sees('on')) reader.name();
  reader.expect('on');
  const table = reader.name();
  return { kind: 'create-table', table, unique: [reader.names()] };
}

/** One definition between the commas; the columns that it makes unique. */
function readUnique(reader: TokenReader): readonly string[] {
  if (reader.takes('constraint')) reader.name();
  const ofTable = reader.takes('primary', 'key') || reader.takes('unique');
  if (ofTable) return reader.names();
  const column = reader.name();
  let unique = false;
  for (let depth = 0; !reader.atEnd() && (depth > 0 || !(reader.sees(',') || reader.sees(')')));) {
    if (reader.takes('unique') || reader.takes('primary', 'key')) unique = true;
    else depth += nesting(reader.next().text);
  }
  return unique ? [column] : [];
}

function nesting(text: string): number {
  if (text === '(') return 1;
  return text === ')' ? -1 : 0;
}
