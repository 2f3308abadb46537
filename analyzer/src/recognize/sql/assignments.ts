import { parseExpression } from './parse-expression.ts';
import type { Expression } from './expression.ts';
import { readName, type Name } from './read-name.ts';
import { valueOf } from './sql-value.ts';
import type { SqlAssigned, SqlDialect } from './sql-statement.ts';
import {
  closingIndex,
  findAtTop,
  parenthesized,
  signAt,
  splitAtCommas,
  wordAt,
  type TokenList,
} from './token-lists.ts';

/** One `column = value` of a `SET` list. */
export interface Assignment {
  /** Undefined when it is put in at run time. */
  readonly column: string | undefined;
  readonly qualifier?: string;
  /** Undefined when it could not be read. */
  readonly value: Expression | undefined;
}

/** The assignments of a `SET` list; undefined when something else stands in it. */
export function readAssignments(tokens: TokenList, dialect: SqlDialect): readonly Assignment[] | undefined {
  const assignments: Assignment[] = [];
  for (const piece of splitAtCommas(tokens)) {
    const read = readRowAssignment(piece, dialect) ?? readAssignment(piece, dialect);
    if (read === undefined) return undefined;
    assignments.push(...read);
  }
  return assignments;
}

function readAssignment(piece: TokenList, dialect: SqlDialect): readonly Assignment[] | undefined {
  const target = readName(piece, 0);
  if (target === undefined) return undefined;
  // `a[1] = …` and `data['key'] = …` change a part of the column.
  const equals = signAt(piece, target.next) === '[' ? closingIndex(piece, target.next) + 1 : target.next;
  if (!isEquals(piece, equals)) return undefined;
  return [assignment(target, parseExpression(piece.slice(equals + 1), dialect))];
}

function isEquals(piece: TokenList, at: number): boolean {
  return signAt(piece, at) === '=' || signAt(piece, at) === ':=';
}

/** `(a, b) = (1, 2)`, `(a, b) = ROW(1, 2)`, `(a, b) = (SELECT …)`. */
function readRowAssignment(piece: TokenList, dialect: SqlDialect): readonly Assignment[] | undefined {
  const targets = parenthesized(piece, 0);
  if (targets === undefined || !isEquals(piece, targets.next)) return undefined;
  const names = splitAtCommas(targets.inner).map((one) => readName(one, 0));
  const open = targets.next + (wordAt(piece, targets.next + 1) === 'ROW' ? 2 : 1);
  const row = parenthesized(piece, open);
  if (row?.next !== piece.length) return undefined;
  const isQuery = /^(?:SELECT|WITH|VALUES)$/.test(wordAt(row.inner, 0));
  const values = splitAtCommas(row.inner);
  if (!isQuery && values.length !== names.length) return undefined;
  const whole = isQuery ? parseExpression(piece.slice(open), dialect) : undefined;
  return names.flatMap((name, at) =>
    name === undefined ? [] : [assignment(name, isQuery ? whole : parseExpression(values[at] ?? [], dialect))],
  );
}

/** What the assignments give the columns that are known. */
export function assignedIn(assignments: readonly Assignment[]): readonly SqlAssigned[] {
  return assignments.flatMap(({ column, value }) =>
    column === undefined ? [] : [{ column, value: isInserted(value, column) ? 'inserted' : valueOf(value) }],
  );
}

/** `status = EXCLUDED.status` */
function isInserted(value: Expression | undefined, column: string): boolean {
  return value?.kind === 'column' && value.qualifier === 'excluded' && value.name === column;
}

function assignment(target: Name, value: Expression | undefined): Assignment {
  const { qualifier } = target;
  return { column: target.name, value, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** The index behind a `SET` list that begins at `from`: where the next clause begins. */
export function endOfAssignments(tokens: TokenList, from: number): number {
  return findAtTop(tokens, from, (at) => {
    const word = wordAt(tokens, at);
    if (word === 'FROM') return wordAt(tokens, at - 1) !== 'DISTINCT';
    return word === 'WHERE' || word === 'RETURNING' || word === 'LIMIT' || word === 'ORDER';
  });
}
