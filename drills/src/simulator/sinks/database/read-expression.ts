import type { Column, Expression, Select } from './syntax.ts';
import type { TokenReader } from './tokens.ts';

/** From the loosest binding to the tightest. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '<>', '!=', '<', '>', '<=', '>='],
  ['+', '-', '||'],
  ['*', '/', '%'],
];
const comparison = 2;

export function readExpression(reader: TokenReader, level = 0): Expression {
  if (level === comparison && reader.takes('not')) return { kind: 'not', of: readExpression(reader, level) };
  const operators = levels[level];
  if (!operators) return readOperand(reader);
  let left = readExpression(reader, level + 1);
  if (level === comparison) left = readTest(reader, left);
  for (;;) {
    const operator = operators.find((candidate) => reader.takes(candidate));
    if (operator === undefined) return left;
    left = readRight(reader, operator, left, level);
  }
}

function readRight(reader: TokenReader, operator: string, left: Expression, level: number): Expression {
  if (operator === '=' && reader.takes('any', '(')) {
    const list = [readExpression(reader)];
    reader.expect(')');
    return { kind: 'in', of: left, list };
  }
  return { kind: 'binary', operator, left, right: readExpression(reader, level + 1) };
}

/** `IS NULL`, `IN (…)`, `IS DISTINCT FROM`, and their negations. */
function readTest(reader: TokenReader, of: Expression): Expression {
  if (reader.takes('is', 'null')) return { kind: 'is-null', of };
  if (reader.takes('is', 'not', 'null')) return { kind: 'not', of: { kind: 'is-null', of } };
  if (reader.takes('is', 'distinct', 'from')) {
    return { kind: 'binary', operator: '<>', left: of, right: readExpression(reader, comparison + 1) };
  }
  if (reader.takes('in', '(')) return { kind: 'in', of, list: readArguments(reader) };
  if (reader.takes('not', 'in', '(')) return { kind: 'not', of: { kind: 'in', of, list: readArguments(reader) } };
  return of;
}

function readArguments(reader: TokenReader): readonly Expression[] {
  if (reader.takes(')')) return [];
  if (reader.takes('*', ')')) return [];
  const args = reader.list(() => readExpression(reader));
  reader.expect(')');
  return args;
}

function readOperand(reader: TokenReader): Expression {
  let operand = readPrimary(reader);
  while (reader.takes('::')) {
    reader.name();
    if (reader.takes('(')) operand = { kind: 'call', name: 'cast', args: [operand, ...readArguments(reader)] };
    if (reader.takes('[')) reader.expect(']');
  }
  return operand;
}

function readPrimary(reader: TokenReader): Expression {
  if (reader.takes('(')) {
    const inner = readExpression(reader);
    reader.expect(')');
    return inner;
  }
  if (reader.takes('-')) return negated(readOperand(reader));
  if (reader.takes('exists', '(')) {
    reader.expect('select');
    const select = readSelect(reader);
    reader.expect(')');
    return { kind: 'exists', select };
  }
  return readLeaf(reader);
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
]);

function readLeaf(reader: TokenReader): Expression {
  const token = reader.peek();
  if (token.kind === 'word' || token.kind === 'quoted') return readNamed(reader);
  reader.next();
  if (token.kind === 'text') return { kind: 'value', value: token.text };
  if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
  if (token.kind === 'parameter') return { kind: 'parameter', index: Number(token.text) - 1 };
  if (token.text === '?') return { kind: 'parameter', index: reader.questionMark() };
  throw reader.notUnderstood('a value');
}

function readNamed(reader: TokenReader): Expression {
  const first = reader.peek();
  const constant = first.kind === 'word' ? constants.get(first.text) : undefined;
  if (constant !== undefined) {
    reader.next();
    return { kind: 'value', value: constant };
  }
  const excluded = reader.sees('excluded', '.');
  const name = reader.name();
  if (reader.takes('(')) return { kind: 'call', name, args: readArguments(reader) };
  if (name === 'current_timestamp' || name === 'current_date') return { kind: 'call', name: 'now', args: [] };
  // INTERVAL '1 day', DATE '…': the text is all that matters here.
  if (reader.peek().kind === 'text') return { kind: 'value', value: reader.next().text };
  return { kind: 'column', name, excluded };
}

function negated(of: Expression): Expression {
  return { kind: 'binary', operator: '-', left: { kind: 'value', value: 0 }, right: of };
}

/** What follows the word SELECT. One table at most; order and limits make no difference here. */
export function readSelect(reader: TokenReader): Select {
  reader.takes('distinct');
  const columns = readColumns(reader);
  const table = reader.takes('from') ? reader.name() : undefined;
  if (table !== undefined && reader.peek().kind === 'word' && !endsTable(reader)) {
    reader.takes('as');
    reader.name();
  }
  const where = reader.takes('where') ? readExpression(reader) : undefined;
  return {
    kind: 'select',
    columns,
    locks: skipTail(reader),
    ...(table === undefined ? {} : { table }),
    ...(where ? { where } : {}),
  };
}

const afterTable = ['where', 'order', 'limit', 'for', 'offset', 'group', 'on', 'returning'];

function endsTable(reader: TokenReader): boolean {
  return afterTable.some((word) => reader.sees(word));
}

function skipTail(reader: TokenReader): boolean {
  if (reader.takes('order', 'by')) {
    reader.list(() => {
      readExpression(reader);
      return reader.takes('asc') || reader.takes('desc');
    });
  }
  if (reader.takes('limit')) readExpression(reader);
  if (reader.takes('offset')) readExpression(reader);
  if (!reader.takes('for')) return false;
  while (reader.peek().kind === 'word') reader.next();
  return true;
}

export function readColumns(reader: TokenReader): readonly Column[] {
  return reader.list(() => {
    if (reader.takes('*')) return { name: '*', value: 'all' };
    const value = readExpression(reader);
    const named = reader.takes('as') || reader.peek().kind === 'quoted';
    return { name: named ? reader.name() : nameOf(value), value };
  });
}

function nameOf(value: Expression): string {
  if (value.kind === 'column' || value.kind === 'call') return value.name;
  return value.kind === 'exists' ? 'exists' : '?column?';
}
