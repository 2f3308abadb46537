import { assignedIn, endOfAssignments, readAssignments, type Assignment } from './assignments.ts';
import { equalitiesIn, readConditions, whereClause } from './conditions.ts';
import { breaksOwnCondition } from './guards.ts';
import { readName } from './read-name.ts';
import { repetitionOf } from './self-reference.ts';
import {
  unknownSql,
  type SqlDelete,
  type SqlDialect,
  type SqlEquality,
  type SqlStatement,
  type SqlUnknown,
} from './sql-statement.ts';
import { RESERVED_WORDS } from './token.ts';
import { findAtTop, signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** A table and what the statement may call it. */
export interface Target {
  /** Undefined when it is put in at run time. */
  readonly table: string | undefined;
  /** The table's name and its alias; empty when the table is put in at run time. */
  readonly names: readonly string[];
  readonly next: number;
}

/** A table's name with an alias, `t`, `t AS x`, `t x`. */
export function readTarget(tokens: TokenList, at: number): Target | undefined {
  const name = readName(tokens, at);
  if (name === undefined) return undefined;
  const star = signAt(tokens, name.next) === '*' ? name.next + 1 : name.next;
  const aliasAt = wordAt(tokens, star) === 'AS' ? star + 1 : star;
  const alias = tokens[aliasAt]?.kind === 'hole' ? undefined : readName(tokens, aliasAt);
  const names = name.name === undefined ? [] : [name.name, ...(alias?.name === undefined ? [] : [alias.name])];
  return { table: name.name, names, next: alias?.next ?? star };
}

const UPDATE_MODIFIERS = /^(?:LOW_PRIORITY|IGNORE|ONLY)$/;
const RESOLUTIONS = 'IGNORE|REPLACE|ABORT|FAIL|ROLLBACK';

export function readUpdate(tokens: TokenList, dialect: SqlDialect): SqlStatement {
  const target = readTarget(tokens, behindUpdate(tokens));
  const set = findAtTop(tokens, 1, (index) => wordAt(tokens, index) === 'SET');
  if (target === undefined || set === tokens.length) return unknownSql('the UPDATE names no table or sets nothing');
  const assignments = readSetList(tokens.slice(set + 1, endOfAssignments(tokens, set + 1)), dialect);
  if (assignments === undefined) return unknownSql('what the UPDATE sets is put in at run time');
  const assigned = repetitionOf(assignments, target.names, dialect);
  if (assigned === 'unknown') return unknownSql('what the UPDATE sets could not be read');
  const conditions = readConditions(whereClause(tokens, set) ?? [], dialect);
  const where = equalitiesIn(conditions, target.names);
  if (picksRows(tokens, set) && !isKeyed(where)) return picksOtherRows('UPDATE');
  return {
    kind: 'update',
    ...(target.table === undefined ? {} : { table: target.table }),
    assignments: assigned,
    setColumns: assignments.flatMap(({ column }) => (column === undefined ? [] : [column])),
    updates: assignedIn(assignments),
    where,
    guarded: breaksOwnCondition(conditions, assignments),
  };
}

function behindUpdate(tokens: TokenList): number {
  let at = wordAt(tokens, 1) === 'OR' && wordsAt(tokens, 2, RESOLUTIONS) ? 3 : 1;
  while (UPDATE_MODIFIERS.test(wordAt(tokens, at))) at += 1;
  return at;
}

/** `SET ?` takes an object whose values the MySQL drivers put in as they are. */
function readSetList(list: TokenList, dialect: SqlDialect): readonly Assignment[] | undefined {
  const [only] = list;
  const isObject = list.length === 1 && only?.text === '?' && dialect !== 'postgresql' && dialect !== 'sqlite';
  if (list.length === 0) return undefined;
  return isObject ? [] : readAssignments(list, dialect);
}

const DELETE_MODIFIERS = /^(?:LOW_PRIORITY|QUICK|IGNORE|ONLY)$/;

export function readDelete(tokens: TokenList, dialect: SqlDialect): SqlStatement {
  let at = findAtTop(tokens, 1, (index) => wordAt(tokens, index) === 'FROM') + 1;
  while (DELETE_MODIFIERS.test(wordAt(tokens, at))) at += 1;
  const target = readTarget(tokens, at);
  if (target === undefined) return unknownSql('the DELETE names no table');
  return deletion(tokens, target, dialect);
}

function deletion(tokens: TokenList, target: Target, dialect: SqlDialect): SqlDelete | SqlUnknown {
  const conditions = readConditions(whereClause(tokens, target.next) ?? [], dialect);
  const where = equalitiesIn(conditions, target.names);
  if (picksRows(tokens, target.next) && !isKeyed(where)) return picksOtherRows('DELETE');
  return { kind: 'delete', ...(target.table === undefined ? {} : { table: target.table }), where };
}

/** Takes some rows of many, as a queue's consumer does, so that a second execution takes others. */
function picksRows(tokens: TokenList, from: number): boolean {
  if (findAtTop(tokens, from, (at) => wordsAt(tokens, at, 'LIMIT')) < tokens.length) return true;
  return tokens.some((_, at) => wordsAt(tokens, at, 'SKIP LOCKED'));
}

function isKeyed(where: readonly SqlEquality[]): boolean {
  return where.some(({ value }) => value.kind === 'placeholder' || value.kind === 'hole');
}

function picksOtherRows(verb: string): SqlUnknown {
  return unknownSql(`the ${verb} takes other rows each time`);
}

/** `TRUNCATE [TABLE] [ONLY] t`: leaves the same end state however often it runs. */
export function readTruncate(tokens: TokenList): SqlStatement {
  const skipped = tokens.findIndex((token, at) => at > 0 && token.upper !== 'TABLE' && token.upper !== 'ONLY');
  const name = readName(tokens, skipped);
  if (name === undefined || RESERVED_WORDS.has(wordAt(tokens, skipped)))
    return unknownSql('the TRUNCATE names no table');
  return { kind: 'delete', ...(name.name === undefined ? {} : { table: name.name }), where: [] };
}
