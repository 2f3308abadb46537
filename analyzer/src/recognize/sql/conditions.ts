import { parseCondition } from './parse-condition.ts';
import type { Expression } from './expression.ts';
import type { SqlDialect, SqlEquality } from './sql-statement.ts';
import { valueOf } from './sql-value.ts';
import { findAtTop, signAt, wordAt, type TokenList } from './token-lists.ts';

/** What a `WHERE` demands: conditions that hold for every row. Empty when it could not be read. */
export function readConditions(tokens: TokenList, dialect: SqlDialect): readonly Expression[] {
  const condition = parseCondition(tokens, dialect);
  return condition === undefined ? [] : conjuncts(condition);
}

function conjuncts(condition: Expression): readonly Expression[] {
  if (condition.kind === 'operator' && condition.operator === 'AND') return condition.operands.flatMap(conjuncts);
  return [condition];
}

/** The columns that are compared with values. `owners` are the names of the table whose columns count; none for all. */
export function equalitiesIn(conditions: readonly Expression[], owners: readonly string[]): readonly SqlEquality[] {
  return conditions.flatMap((condition) => {
    if (condition.kind !== 'operator') return [];
    const [left, right] = condition.operands;
    if (left === undefined || right === undefined) return [];
    if (condition.operator === '=') return pairs(left, right, owners);
    // `IN` with one element is an equality.
    const isSingle = condition.operator === 'IN' && right.kind === 'list' && right.items.length === 1;
    return isSingle && !isQuery(right.items[0]) ? pairs(left, right, owners) : [];
  });
}

function isQuery(expression: Expression | undefined): boolean {
  return expression?.kind === 'query' || (expression?.kind === 'token' && expression.token.kind === 'hole');
}

function pairs(left: Expression, right: Expression, owners: readonly string[]): readonly SqlEquality[] {
  if (left.kind === 'list' && right.kind === 'list' && left.items.length === right.items.length) {
    return left.items.flatMap((item, at) => pairs(item, right.items[at] ?? item, owners));
  }
  const [column, value] = left.kind === 'column' ? [left, right] : [right, left];
  if (column.kind !== 'column' || value.kind === 'column' || isQuantified(value)) return [];
  const isForeign = column.qualifier !== undefined && owners.length > 0 && !owners.includes(column.qualifier);
  return isForeign ? [] : [{ column: column.name, value: valueOf(value) }];
}

/** `= ANY ($1)` is an `IN`. */
function isQuantified(value: Expression): boolean {
  return value.kind === 'call' && /^(?:any|some|all)$/.test(value.name);
}

const BEHIND_WHERE =
  /^(?:GROUP|HAVING|WINDOW|ORDER|LIMIT|OFFSET|FETCH|FOR|LOCK|RETURNING|UNION|INTERSECT|EXCEPT|ON|OPTION)$/;

/** The tokens of the `WHERE` outside parentheses, from `from` on; undefined when there is none. */
export function whereClause(tokens: TokenList, from: number): TokenList | undefined {
  const where = findAtTop(tokens, from, (at) => wordAt(tokens, at) === 'WHERE');
  if (where === tokens.length) return undefined;
  const end = findAtTop(
    tokens,
    where + 1,
    (at) => BEHIND_WHERE.test(wordAt(tokens, at)) && signAt(tokens, at - 1) !== '.',
  );
  return tokens.slice(where + 1, end);
}
