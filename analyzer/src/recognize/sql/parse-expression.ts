import type { Expression } from './expression.ts';
import { field, grammarsFor, listField, parseWith, textField } from './grammar.ts';
import { columnOf, FUNCTION_PREFIX, MASK, maskExpression } from './mask-expression.ts';
import { readName } from './read-name.ts';
import type { SqlDialect } from './sql-statement.ts';
import { signAt, type TokenList } from './token-lists.ts';

/** Longer ones are lists of values put together by hand; a grammar takes long for them, and no rule needs them. */
const MOST_TOKENS = 400;

/** Reads an expression; undefined when no grammar knows it. Lone values and names need no grammar. */
export function parseExpression(tokens: TokenList, dialect: SqlDialect): Expression | undefined {
  const simple = simpleExpression(tokens);
  if (simple !== undefined || tokens.length === 0 || tokens.length > MOST_TOKENS) return simple;
  const masked = maskExpression(tokens);
  for (const grammar of grammarsFor(dialect)) {
    const expression = selectedExpression(parseWith(grammar, `SELECT ${masked.text}`), masked.atoms);
    if (expression !== undefined) return expression;
  }
  return undefined;
}

/** A lone value, a name, or a function without arguments. */
export function simpleExpression(tokens: TokenList): Expression | undefined {
  const [first] = tokens;
  if (first === undefined) return undefined;
  if (tokens.length === 1 && isOperand(first.kind, first.upper)) return { kind: 'token', token: first };
  const name = readName(tokens, 0);
  if (name === undefined || first.kind === 'hole') return undefined;
  if (name.next === tokens.length) return columnOf(name);
  const isBareCall = signAt(tokens, name.next) === '(' && signAt(tokens, name.next + 1) === ')';
  if (!isBareCall || name.next + 2 !== tokens.length || name.name === undefined) return undefined;
  return { kind: 'call', name: name.name, args: [] };
}

function isOperand(kind: string, upper: string): boolean {
  if (kind === 'word') return /^(?:NULL|TRUE|FALSE|DEFAULT)$/.test(upper);
  return kind === 'string' || kind === 'number' || kind === 'placeholder' || kind === 'hole';
}

const AFTER_COLUMNS = ['into', 'from', 'where', 'groupby', 'having', 'orderby', 'limit', 'window', '_next'];

/** The one expression of `SELECT …`; undefined for a tree with anything else in it, such as an alias. */
function selectedExpression(tree: unknown, atoms: readonly Expression[]): Expression | undefined {
  const select: unknown = Array.isArray(tree) && tree.length === 1 ? tree[0] : tree;
  const [column, ...others] = listField(select, 'columns');
  const hasMore = AFTER_COLUMNS.some((name) => isPresent(field(select, name)));
  if (column === undefined || others.length > 0 || hasMore || isPresent(field(column, 'as'))) return undefined;
  return convert(field(column, 'expr'), atoms);
}

function isPresent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.values(value).some(isPresent);
}

function convert(node: unknown, atoms: readonly Expression[]): Expression {
  const all = (nodes: readonly unknown[]): readonly Expression[] => nodes.map((one) => convert(one, atoms));
  const atom = atomOf(node, atoms);
  if (atom !== undefined) return atom;
  switch (textField(node, 'type')) {
    case 'binary_expr':
      return {
        kind: 'operator',
        operator: operatorOf(node),
        operands: all([field(node, 'left'), field(node, 'right')]),
      };
    case 'unary_expr':
      return { kind: 'operator', operator: operatorOf(node), operands: all([field(node, 'expr')]) };
    case 'function':
      return { kind: 'call', name: functionName(node), args: all(listField(field(node, 'args'), 'value')) };
    case 'aggr_func':
      return { kind: 'call', name: functionName(node), args: parts(field(node, 'args'), atoms) };
    case 'expr_list':
      return { kind: 'list', items: all(listField(node, 'value')) };
    case 'case':
      return convertCase(node, atoms);
    case 'number':
    case 'bool':
    case 'null':
      return { kind: 'literal', text: String(field(node, 'value')) };
    default:
      return { kind: 'opaque', parts: parts(node, atoms) };
  }
}

function atomOf(node: unknown, atoms: readonly Expression[]): Expression | undefined {
  const isColumn = textField(node, 'type') === 'column_ref';
  const text = isColumn ? columnText(field(node, 'column')) : textField(node, 'value');
  const index = MASK.exec(text)?.[1];
  return index === undefined ? undefined : atoms[Number(index)];
}

function columnText(column: unknown): string {
  return typeof column === 'string' ? column : textField(field(column, 'expr'), 'value');
}

function operatorOf(node: unknown): string {
  return textField(node, 'operator').toUpperCase();
}

function functionName(node: unknown): string {
  const name = field(node, 'name');
  const text = typeof name === 'string' ? name : textField(listField(name, 'name').at(-1), 'value');
  return text.toLowerCase().replace(FUNCTION_PREFIX, '');
}

/** Without an `ELSE`, null is a result as well. */
function convertCase(node: unknown, atoms: readonly Expression[]): Expression {
  const branches = listField(node, 'args');
  const subject = field(node, 'expr');
  const conditions = branches.map((branch) => field(branch, 'cond')).filter(isPresent);
  const results = branches.map((branch) => convert(field(branch, 'result'), atoms));
  const hasElse = branches.some((branch) => textField(branch, 'type') === 'else');
  return {
    kind: 'case',
    conditions: [...(isPresent(subject) ? [subject] : []), ...conditions].map((one) => convert(one, atoms)),
    results: hasElse ? results : [...results, { kind: 'literal', text: 'null' }],
  };
}

/** What is below a node of a kind that nothing needs to be known about. */
function parts(node: unknown, atoms: readonly Expression[]): readonly Expression[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null) return [];
    return textField(value, 'type') === '' ? parts(value, atoms) : [convert(value, atoms)];
  });
}
