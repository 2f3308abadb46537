import type { Expression, Row, Select, SqlValue } from './syntax.ts';

export interface Scope {
  readonly row?: Row;
  readonly excluded?: Row;
  readonly parameters: readonly SqlValue[];
  readonly now: () => SqlValue;
  readonly unique: () => SqlValue;
  readonly exists: (select: Select) => boolean;
}

/** What a row that nobody inserted holds in a column that somebody does arithmetic with: enough to be taken from. */
const plenty = 1000;

export function evaluate(expression: Expression, scope: Scope): SqlValue {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'parameter':
      return scope.parameters[expression.index] ?? null;
    case 'column':
      return (expression.excluded ? scope.excluded : scope.row)?.[expression.name] ?? null;
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'not':
      return !holds(expression.of, scope);
    case 'is-null':
      return evaluate(expression.of, scope) === null;
    case 'in':
      return isAmong(evaluate(expression.of, scope), expression.list, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'exists':
      return scope.exists(expression.select);
  }
}

export function holds(expression: Expression | undefined, scope: Scope): boolean {
  return expression === undefined || evaluate(expression, scope) === true;
}

function evaluateBinary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): SqlValue {
  if (operator === 'and') return holds(left, scope) && holds(right, scope);
  if (operator === 'or') return holds(left, scope) || holds(right, scope);
  const a = evaluate(left, scope);
  const b = evaluate(right, scope);
  switch (operator) {
    case '=':
      return same(a, b);
    case '<>':
    case '!=':
      return !same(a, b);
    case '||':
      return a === null || b === null ? null : `${String(a)}${String(b)}`;
    default:
      return ordered(operator, a, b);
  }
}

function ordered(operator: string, a: SqlValue, b: SqlValue): SqlValue {
  const [x, y] = [quantity(a), quantity(b)];
  switch (operator) {
    case '<':
      return x < y;
    case '>':
      return x > y;
    case '<=':
      return x <= y;
    case '>=':
      return x >= y;
    case '+':
      return Number(x) + Number(y);
    case '-':
      return Number(x) - Number(y);
    case '*':
      return Number(x) * Number(y);
    case '/':
      return Number(x) / Number(y);
    default:
      return Number(x) % Number(y);
  }
}

function quantity(value: SqlValue): number | string {
  if (value === null) return plenty;
  return Number.isNaN(Number(value)) ? String(value) : Number(value);
}

/** Drivers pass numbers as text and text as numbers; the column's type would even that out. */
function same(a: SqlValue, b: SqlValue): boolean {
  return a !== null && b !== null && String(a) === String(b);
}

function isAmong(value: SqlValue, list: readonly Expression[], scope: Scope): boolean {
  return list.some((item) => {
    const candidate = evaluate(item, scope);
    // An array parameter arrives as JSON: `= ANY($1)`.
    if (typeof candidate === 'string' && candidate.startsWith('[')) return candidate.includes(JSON.stringify(value));
    return same(value, candidate);
  });
}

function evaluateCall({ name, args }: Extract<Expression, { kind: 'call' }>, scope: Scope): SqlValue {
  const values = args.map((arg) => evaluate(arg, scope));
  switch (name) {
    case 'now':
    case 'clock_timestamp':
      return scope.now();
    case 'gen_random_uuid':
    case 'uuid_generate_v4':
    case 'random':
    case 'nextval':
      return scope.unique();
    case 'coalesce':
      return values.find((value) => value !== null) ?? null;
    default:
      return values.map(String).join(',');
  }
}

/** Whether the value depends on what the row held before. */
export function refersToRow(expression: Expression): boolean {
  switch (expression.kind) {
    case 'column':
      return !expression.excluded;
    case 'binary':
      return refersToRow(expression.left) || refersToRow(expression.right);
    case 'not':
    case 'is-null':
      return refersToRow(expression.of);
    case 'in':
      return refersToRow(expression.of) || expression.list.some(refersToRow);
    case 'call':
      return expression.args.some(refersToRow);
    case 'value':
    case 'parameter':
    case 'exists':
      return false;
  }
}

/** Columns that a condition asks to equal something, with the value: what identifies the row. */
export function equalities(where: Expression | undefined, scope: Scope): ReadonlyMap<string, SqlValue> {
  const found = new Map<string, SqlValue>();
  collectEqualities(where, scope, found);
  return found;
}

function collectEqualities(where: Expression | undefined, scope: Scope, found: Map<string, SqlValue>): void {
  if (where?.kind === 'binary' && where.operator === 'and') {
    collectEqualities(where.left, scope, found);
    collectEqualities(where.right, scope, found);
  } else if (where?.kind === 'binary' && where.operator === '=' && where.left.kind === 'column') {
    found.set(where.left.name, evaluate(where.right, scope));
  } else if (where?.kind === 'in' && where.of.kind === 'column' && where.list[0]) {
    found.set(where.of.name, evaluate(where.list[0], scope));
  }
}
