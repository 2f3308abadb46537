import ts from '../typescript.ts';
import { envOf } from './env.ts';
import { nameText } from './function-node.ts';
import { initialOf } from './initial-value.ts';
import type { Knowledge } from './knowledge.ts';
import { enclosingFunction } from './source-index.ts';
import { stripExpression } from './strip.ts';
import { isTagged } from './tags-of-call.ts';
import type { Ref } from './value.ts';

/**
 * `const order = await db.order.findUnique({ where: { id } }); order.id`: a row has in a column what it was asked for by.
 * Undefined where the row was asked for by something else, or by more than one value.
 */
export function askedRow(knowledge: Knowledge, row: Ref, column: string): Ref | undefined {
  const asked = questionOf(knowledge, row);
  if (asked === undefined) return undefined;
  for (const argument of asked.call.arguments) {
    const value = valueIn(argument, column);
    if (value !== undefined) return { node: value, env: asked.env };
  }
  return undefined;
}

interface Question {
  readonly call: ts.CallExpression;
  readonly env: Ref['env'];
}

/** The look-up that a row comes from, behind the constant that holds it. */
function questionOf(knowledge: Knowledge, { node, env }: Ref): Question | undefined {
  const at = stripExpression(node);
  const source = stripExpression(initialOf(knowledge, at));
  const declared = source === at ? env : envOf(enclosingFunction(source), env);
  return ts.isCallExpression(source) && isTagged(knowledge, source, declared, 'read')
    ? { call: source, env: declared }
    : undefined;
}

/** `{ id }`, or `{ where: { id } }`; an object is a comparison, and no value. */
function valueIn(argument: ts.Expression, column: string): ts.Expression | undefined {
  const node = stripExpression(argument);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const where = propertyIn(node, 'where');
  if (where !== undefined) return valueIn(where, column);
  const value = propertyIn(node, column);
  return value !== undefined && ts.isObjectLiteralExpression(stripExpression(value)) ? undefined : value;
}

function propertyIn(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const own = node.properties.find((property) => nameText(property.name) === name);
  if (own === undefined) return undefined;
  if (ts.isPropertyAssignment(own)) return own.initializer;
  return ts.isShorthandPropertyAssignment(own) ? own.name : undefined;
}
