import ts from '../typescript.ts';
import { envOf, type Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';

const DEPTH = 6;

/** Whether a collection has one element per message of the batch: the batch's own list, or one made of it. */
export function isBatch(knowledge: Knowledge, collection: ts.Expression, env: Env | undefined, depth = 0): boolean {
  const node = stripExpression(collection);
  if (depth > DEPTH) return false;
  const values = knowledge.valuesOf({ node, env });
  const isList = values.some(
    (value) => value.kind === 'library' && value.message && knowledge.checker.isArrayType(value.type),
  );
  if (isList) return true;
  if (ts.isCallExpression(node)) {
    const receiver = receiverOf(node);
    return receiver !== undefined && isBatch(knowledge, receiver, env, depth + 1);
  }
  if (!ts.isIdentifier(node)) return false;
  const declaration = symbolAt(knowledge, node)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const { initializer } = declaration;
  return (
    initializer !== undefined && isBatch(knowledge, initializer, envOf(enclosingFunction(declaration), env), depth + 1)
  );
}

/** `for (let i = 0; i < messages.length; i += 1)`: the condition of a loop through a collection. */
export function loopThrough(
  knowledge: Knowledge,
  condition: ts.Expression,
  env: Env | undefined,
): 'batch' | 'items' | undefined {
  const loop = condition.parent;
  if (!ts.isForStatement(loop) || loop.condition !== condition || !ts.isBinaryExpression(condition)) return undefined;
  const end = stripExpression(condition.right);
  if (!ts.isPropertyAccessExpression(end) || end.name.text !== 'length') return undefined;
  return isBatch(knowledge, end.expression, env) ? 'batch' : 'items';
}
