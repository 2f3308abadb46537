import { assignedIn, endOfAssignments, readAssignments } from './assignments.ts';
import { readConditions, whereClause } from './conditions.ts';
import { breaksOwnCondition } from './guards.ts';
import { readKeyColumns } from './read-name.ts';
import { repetitionOf } from './self-reference.ts';
import type { SqlAssigned, SqlDialect, SqlInsert } from './sql-statement.ts';
import { findAtTop, parenthesized, wordAt, wordsAt, type TokenList } from './token-lists.ts';

export interface InsertConflict {
  readonly effect: SqlInsert['conflict'];
  readonly target: readonly string[];
  readonly guarded: boolean;
  readonly updates?: readonly SqlAssigned[];
}

const NO_CLAUSE: InsertConflict = { effect: 'none', target: [], guarded: false };

/** Reads `ON CONFLICT …` (SQLite allows several) or `ON DUPLICATE KEY UPDATE …`; undefined when it cannot be read. */
export function readInsertConflict(
  tokens: TokenList,
  names: readonly string[],
  dialect: SqlDialect,
): InsertConflict | undefined {
  if (tokens.length === 0) return NO_CLAUSE;
  if (wordsAt(tokens, 0, 'ON DUPLICATE KEY UPDATE')) return readUpdate(tokens, 4, [], names, dialect);
  let worst: InsertConflict = NO_CLAUSE;
  for (let at = 0; at < tokens.length;) {
    const next = findAtTop(tokens, at + 1, (index) => wordsAt(tokens, index, 'ON CONFLICT'));
    const clause = readClause(tokens.slice(at, next), names, dialect);
    if (clause === undefined) return undefined;
    if (SEVERITY.indexOf(clause.effect) > SEVERITY.indexOf(worst.effect)) worst = clause;
    at = next;
  }
  return worst;
}

const SEVERITY: readonly InsertConflict['effect'][] = ['none', 'ignore', 'absolute-update', 'relative-update'];

function readClause(tokens: TokenList, names: readonly string[], dialect: SqlDialect): InsertConflict | undefined {
  const action = findAtTop(tokens, 2, (at) => wordAt(tokens, at) === 'DO');
  const target = readConflictTarget(tokens.slice(2, action));
  if (target === undefined) return undefined;
  if (wordsAt(tokens, action, 'DO NOTHING')) {
    return action + 2 === tokens.length ? { effect: 'ignore', target, guarded: false } : undefined;
  }
  return wordsAt(tokens, action, 'DO UPDATE SET') ? readUpdate(tokens, action + 3, target, names, dialect) : undefined;
}

/** `(a, b)` with or without the predicate of a partial index; no columns for `ON CONSTRAINT x` or an expression. */
function readConflictTarget(tokens: TokenList): readonly string[] | undefined {
  if (tokens.length === 0 || wordsAt(tokens, 0, 'ON CONSTRAINT')) return [];
  const columns = parenthesized(tokens, 0);
  if (columns === undefined) return undefined;
  const hasMore = columns.next < tokens.length && wordAt(tokens, columns.next) !== 'WHERE';
  return hasMore ? undefined : (readKeyColumns(columns.inner) ?? []);
}

function readUpdate(
  tokens: TokenList,
  from: number,
  target: readonly string[],
  names: readonly string[],
  dialect: SqlDialect,
): InsertConflict | undefined {
  const end = endOfAssignments(tokens, from);
  const assignments = readAssignments(tokens.slice(from, end), dialect);
  if (assignments === undefined || assignments.length === 0) return undefined;
  const repetition = repetitionOf(assignments, names, dialect);
  if (repetition === 'unknown') return undefined;
  const conditions = readConditions(whereClause(tokens, end) ?? [], dialect);
  const effect = repetition === 'absolute' ? 'absolute-update' : 'relative-update';
  const guarded = breaksOwnCondition(conditions, assignments);
  return { effect, target, guarded, updates: assignedIn(assignments) };
}
