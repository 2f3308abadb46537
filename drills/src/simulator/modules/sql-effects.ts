import { readStatement } from '../sinks/database/read-statement.ts';
import type { Expression, SqlValue, Statement } from '../sinks/database/syntax.ts';
import { SqlNotUnderstood } from '../sinks/database/tokens.ts';
import type { PointKind } from '../world/operation.ts';
import type { EffectDescription } from '../world/effect-index.ts';
import type { World } from '../world/world.ts';

export interface StatementText {
  readonly statement: Statement;
}

const known = new Map<string, StatementText | SqlNotUnderstood>();
const mostKnown = 5000;

/** Parsed once per text. Undefined, and the run worthless, if it is not understood. */
export function statementOf(text: string, world: World): StatementText | undefined {
  const parsed = known.get(text) ?? parse(text);
  if (known.size > mostKnown) known.clear();
  known.set(text, parsed);
  if (!(parsed instanceof SqlNotUnderstood)) return parsed;
  world.notUnderstood.add(parsed.message);
  return undefined;
}

function parse(text: string): StatementText | SqlNotUnderstood {
  try {
    return { statement: readStatement(text) };
  } catch (error) {
    if (error instanceof SqlNotUnderstood) return error;
    throw error;
  }
}

interface DescribedStatement {
  readonly label: string;
  readonly point: PointKind;
  /** For what changes a table. */
  readonly effect?: EffectDescription;
}

export function describeStatement(statement: Statement): DescribedStatement {
  switch (statement.kind) {
    case 'insert': {
      const claims = statement.conflict !== undefined && statement.conflict.set === undefined;
      return changing(`INSERT INTO ${statement.table}`, statement.table, claims ? 'claim' : 'effect');
    }
    case 'update':
      return changing(`UPDATE ${statement.table}`, statement.table, 'effect');
    case 'delete':
      return changing(`DELETE FROM ${statement.table}`, statement.table, 'effect');
    case 'select':
      return { label: `SELECT FROM ${statement.table ?? 'nowhere'}`, point: 'read' };
    case 'create-table':
    case 'nothing':
      return { label: 'changes no rows', point: 'none' };
    default:
      return { label: statement.kind.replace('-', ' ').toUpperCase(), point: 'write' };
  }
}

function changing(label: string, table: string, role: 'claim' | 'effect'): DescribedStatement {
  return {
    label,
    point: 'write',
    effect: { kind: 'external-write', role, category: 'database', resource: table, label },
  };
}

/** What tells the message of each row that an INSERT lists, or of the whole statement. */
export function payloadsOf(statement: Statement, parameters: readonly SqlValue[]): readonly unknown[] {
  switch (statement.kind) {
    case 'insert':
      return statement.rows.map((row) => row.flatMap((value) => valuesIn(value, parameters)));
    case 'update':
    case 'delete':
      return [[...parameters, ...literalsOf(statement)]];
    default:
      return [];
  }
}

function literalsOf(statement: Extract<Statement, { kind: 'update' | 'delete' }>): readonly SqlValue[] {
  const set = statement.kind === 'update' ? statement.set.map(({ value }) => value) : [];
  return [...set, ...(statement.where ? [statement.where] : [])].flatMap((part) => valuesIn(part, []));
}

function valuesIn(expression: Expression, parameters: readonly SqlValue[]): readonly SqlValue[] {
  switch (expression.kind) {
    case 'value':
      return [expression.value];
    case 'parameter':
      return [parameters[expression.index] ?? null];
    case 'binary':
      return [...valuesIn(expression.left, parameters), ...valuesIn(expression.right, parameters)];
    case 'not':
    case 'is-null':
      return valuesIn(expression.of, parameters);
    case 'call':
      return expression.args.flatMap((arg) => valuesIn(arg, parameters));
    case 'in':
      return [expression.of, ...expression.list].flatMap((part) => valuesIn(part, parameters));
    case 'column':
    case 'exists':
      return [];
  }
}
