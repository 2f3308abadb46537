import ts from '../typescript.ts';
import type { Remedy, Repeatability } from '../facts/effect.ts';
import { callName } from './call-name.ts';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import type { Meaning, WriteMeaning } from './meaning.ts';
import { refsAt } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { saidByInsert, saidByUpdate } from './said-words.ts';
import { refsFor } from './resource-at.ts';
import { sqlStatements, type SqlDialect, type SqlStatement, type SqlValue } from './sql/sql-statements.ts';
import { withConflictClause } from './sql/conflict-clause.ts';
import { sqlTextOf, type SqlText } from './sql-text.ts';
import { schemaKeys } from './schema-keys.ts';
import { pathsOf, type Tag } from './tag.ts';
import { underUniqueKey } from './unique-key.ts';
import type { Ref } from './value.ts';

/** What the SQL text of a call does; a text that cannot be read is a write of which nothing is known. */
export function sqlMeanings(knowledge: Knowledge, reading: Reading): readonly Meaning[] {
  const { tag, call, env } = reading;
  const [ref] = refsFor(knowledge, pathsOf(tag, 'text'), call, env);
  const sql = ref === undefined ? undefined : sqlTextOf(knowledge, ref);
  if (sql === undefined) return [unread(reading, 'the SQL text is not in sight')];
  const dialect = dialectOf(tag.values.get('dialect'));
  return sqlStatements(sql.text, dialect).flatMap((statement) =>
    statementMeanings(knowledge, reading, { statement, sql, dialect }),
  );
}

function dialectOf(word: string | undefined): SqlDialect {
  return word === 'postgresql' || word === 'mysql' || word === 'sqlite' ? word : 'any';
}

interface Statement {
  readonly statement: SqlStatement;
  readonly sql: SqlText;
  readonly dialect: SqlDialect;
}

function statementMeanings(knowledge: Knowledge, reading: Reading, at: Statement): readonly Meaning[] {
  const { statement } = at;
  switch (statement.kind) {
    case 'insert':
      return [insertMeaning(knowledge, reading, at, statement)];
    case 'update':
      return [updateMeaning(knowledge, reading, at, statement)];
    case 'delete':
      return [
        written(
          reading,
          `DELETE FROM ${statement.table ?? '…'}`,
          statement.table,
          { kind: 'idempotent' },
          { locks: true, removes: true },
        ),
      ];
    case 'merge':
      return [written(reading, `MERGE INTO ${statement.table ?? '…'}`, statement.table, mergeRepeat(statement.effect))];
    case 'select':
      return [selectMeaning(knowledge, reading, at, statement)];
    case 'begin':
      return [beginMeaning(reading)];
    case 'commit':
      return [{ kind: 'control', verb: 'db-commit', hasArgument: false }];
    case 'rollback':
      return [{ kind: 'control', verb: 'db-rollback', hasArgument: false }];
    case 'unknown':
      return [unread(reading, statement.because)];
    case 'savepoint':
    case 'create-table':
    case 'unique-index':
    case 'other':
      return [];
  }
}

function beginMeaning({ tag }: Reading): Meaning {
  const begin = { kind: 'control', verb: 'db-begin', hasArgument: false } as const;
  return isAborting(tag) ? { ...begin, onConnection: true } : begin;
}

function selectMeaning(
  knowledge: Knowledge,
  { call, env, tag }: Reading,
  { sql }: Statement,
  { tables, where }: SqlStatement & { readonly kind: 'select' },
): Meaning {
  const isFixed = (value: SqlValue): boolean => {
    const ref = valueRef(knowledge, value, sql, call, env);
    const values = ref === undefined ? [] : knowledge.valuesOf(ref);
    return value.kind === 'literal' || (values.length > 0 && values.every(({ kind }) => kind === 'constant'));
  };
  const filtered = where.some(({ value }) => isFixed(value));
  return {
    kind: 'read',
    category: 'database',
    label: `SELECT FROM ${tables.join(', ')}`,
    resource: tables[0],
    filtered,
    aborting: isAborting(tag),
    locks: /\bfor\s+(no\s+key\s+)?update\b/i.test(sql.text),
  };
}

function mergeRepeat(effect: 'absolute' | 'relative' | 'unknown'): Repeatability {
  if (effect === 'unknown') return { kind: 'unknown', because: 'the MERGE is not understood' };
  return { kind: effect === 'absolute' ? 'idempotent' : 'non-idempotent' };
}

function written(
  { member, tag }: Reading,
  label: string,
  resource: string | undefined,
  repeatability: Repeatability,
  more: Partial<Pick<WriteMeaning, 'claims' | 'locks' | 'sets' | 'says' | 'remedies' | 'removes' | 'changes'>> = {},
): WriteMeaning {
  return {
    kind: 'write',
    category: 'database',
    library: member.stub.packageName,
    label,
    resource,
    repeatability,
    claims: more.claims ?? false,
    sets: more.sets,
    ...(more.says === undefined ? {} : { says: more.says }),
    remedies: more.remedies ?? [],
    aborting: isAborting(tag),
    ...(isSeparate(tag) ? { separate: true } : {}),
    expires: false,
    ...(more.locks === true ? { locks: true } : {}),
    removes: more.removes ?? false,
    ...(more.changes === true ? { changes: true } : {}),
  };
}

/** PostgreSQL refuses every further statement of a transaction in which one has failed. */
function isAborting(tag: Tag): boolean {
  return dialectOf(tag.values.get('dialect')) === 'postgresql' && !isSeparate(tag);
}

/** A pool answers each query over a connection of its choice. */
function isSeparate(tag: Tag): boolean {
  return tag.values.get('connection') === 'any';
}

function unread(reading: Reading, because: string): WriteMeaning {
  return written(reading, callName(reading.call), undefined, { kind: 'unknown', because });
}

function updateMeaning(
  knowledge: Knowledge,
  reading: Reading,
  { sql }: Statement,
  statement: SqlStatement & { readonly kind: 'update' },
): WriteMeaning {
  const label = `UPDATE ${statement.table ?? '…'}`;
  // `UPDATE … SET status = 'done' WHERE status = 'open'`: the number of rows tells who was first.
  const claims = statement.guarded || statement.where.some(({ column }) => statement.setColumns.includes(column));
  const again = statement.assignments === 'absolute' || statement.guarded ? 'idempotent' : 'non-idempotent';
  const repeatability: Repeatability = { kind: again };
  return written(reading, label, statement.table, repeatability, {
    ...{ claims, locks: true, sets: statement.setColumns, changes: true },
    says: saidByUpdate(knowledge, statement.updates, !claims, (value) =>
      valueRef(knowledge, value, sql, reading.call, reading.env),
    ),
  });
}

function insertMeaning(
  knowledge: Knowledge,
  reading: Reading,
  at: Statement,
  statement: SqlStatement & { readonly kind: 'insert' },
): WriteMeaning {
  const label = `INSERT INTO ${statement.table ?? '…'}`;
  const says = saidByInsert(knowledge, statement, (value) =>
    valueRef(knowledge, value, at.sql, reading.call, reading.env),
  );
  if (statement.conflict === 'ignore' || statement.whereNotExists || statement.guarded) {
    return written(reading, label, statement.table, { kind: 'idempotent' }, { claims: true, says });
  }
  if (statement.conflict === 'absolute-update' || statement.conflict === 'relative-update') {
    const again = statement.conflict === 'absolute-update' ? 'idempotent' : 'non-idempotent';
    return written(reading, label, statement.table, { kind: again }, { locks: true, says });
  }
  const keyed = uniqueKeyOf(knowledge, reading, at, statement);
  if (keyed !== undefined) return written(reading, label, statement.table, keyed, { says });
  return written(
    reading,
    label,
    statement.table,
    { kind: 'non-idempotent' },
    { says, remedies: conflictRemedy(knowledge, at) },
  );
}

/** A unique key of the table whose every column gets a value that the message determines. */
function uniqueKeyOf(
  knowledge: Knowledge,
  { call, env }: Reading,
  { sql }: Statement,
  statement: SqlStatement & { readonly kind: 'insert' },
): Repeatability | undefined {
  if (statement.table === undefined || statement.values === undefined) return undefined;
  const { values } = statement;
  return underUniqueKey(knowledge, schemaKeys(knowledge, statement.table, call), (column) => {
    const value = values[statement.columns.indexOf(column)];
    return value === undefined ? undefined : valueRef(knowledge, value, sql, call, env);
  });
}

/** The expression behind a placeholder or a hole of the text. */
function valueRef(
  knowledge: Knowledge,
  value: SqlValue,
  sql: SqlText,
  call: Reading['call'],
  env: Env | undefined,
): Ref | undefined {
  if (value.kind === 'hole') return sql.holes[value.index];
  if (value.kind !== 'placeholder' || ts.isTaggedTemplateExpression(call)) return undefined;
  const name = value.name;
  const member = name === undefined ? String(value.index) : name;
  const array = refsAt(knowledge, call, { root: 1, members: [] }, env).refs[0];
  const inside = array ?? refsAt(knowledge, call, { root: 0, members: ['values'] }, env).refs[0];
  if (inside === undefined) return undefined;
  for (const list of knowledge.valuesOf(inside)) {
    if (list.kind === 'array') {
      const node = list.node.elements[value.index];
      return node === undefined || ts.isSpreadElement(node) ? undefined : { node, env: list.env };
    }
  }
  return refsAt(knowledge, call, { root: 1, members: [member] }, env).refs[0];
}

function conflictRemedy(knowledge: Knowledge, { sql, dialect }: Statement): readonly Remedy[] {
  const { literal } = sql;
  if (literal === undefined || dialect !== 'postgresql') return [];
  const source = literal.getText().slice(1, -1);
  // Escapes would shift the offsets between the literal and its text.
  if (source !== sql.text) return [];
  const insert = withConflictClause(sql.text);
  if (insert === undefined) return [];
  const offset = literal.getStart() + 1 + insert.at;
  const place = knowledge.slice.placeAt(literal.getSourceFile(), offset, offset);
  return [{ kind: 'conflict-clause', edits: [{ place, text: insert.text }] }];
}
