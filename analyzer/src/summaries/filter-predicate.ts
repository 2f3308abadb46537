import ts from '../typescript.ts';
import { enterCallback } from '../recognize/enter-call.ts';
import { envOf, type Env } from '../recognize/env.ts';
import { returnedExpressions } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';

/** The condition that elements of a collection have passed, when the collection is a filtered one. */
export function filterOf(
  knowledge: Knowledge,
  collection: ts.Expression,
  env: Env | undefined,
): { readonly condition: ts.Expression; readonly env: Env | undefined } | undefined {
  const node = stripExpression(collection);
  if (ts.isIdentifier(node)) return behindName(knowledge, node, env);
  if (!ts.isCallExpression(node)) return undefined;
  const verbs = tagsOfCall(knowledge, node, env).map(({ verb }) => verb);
  const receiver = receiverOf(node);
  const [callback] = node.arguments;
  if (!verbs.includes('subset') || !verbs.includes('calls') || receiver === undefined || callback === undefined)
    return undefined;
  const [fn] = knowledge.valuesOf({ node: callback, env });
  if (fn?.kind !== 'function') return undefined;
  const inside = enterCallback(knowledge, fn, node, env, [{ kind: 'element', of: { node: receiver, env } }]);
  const [condition, ...others] = returnedExpressions(fn.fn);
  return condition === undefined || others.length > 0 ? undefined : { condition, env: inside };
}

function behindName(knowledge: Knowledge, node: ts.Identifier, env: Env | undefined): ReturnType<typeof filterOf> {
  const declaration = symbolAt(knowledge, node)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return undefined;
  if (ts.isIdentifier(stripExpression(declaration.initializer))) return undefined;
  return filterOf(knowledge, declaration.initializer, envOf(enclosingFunction(declaration), env));
}
