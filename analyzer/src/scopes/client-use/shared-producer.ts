import ts from '../../typescript.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { receiverOf } from '../../recognize/path-refs.ts';
import { enclosingFunction } from '../../recognize/source-index.ts';
import { stripExpression } from '../../recognize/strip.ts';
import type { FunctionNode } from '../../recognize/value.ts';
import { creationsBehind } from '../creations.ts';
import { contextsOf } from '../find-contexts.ts';
import { waysUp } from '../ways-up.ts';

/**
 * Whether a begin is on one producer for all runs of some functions: it is made outside of them, and in no function
 * that they call. What cannot be seen is not shared.
 */
export function isShared(knowledge: Knowledge, begin: ts.CallExpression, runs: readonly FunctionNode[]): boolean {
  const made = new Set(
    contextsOf(knowledge, begin).flatMap((env) => creationsBehind(knowledge, begin, env).map(({ call }) => call)),
  );
  const inside = new Set<ts.Node>(runs);
  if (made.size === 0) return isField(receiverOf(begin));
  return [...made].every((call) => waysUp(knowledge, call).every(({ fn }) => !inside.has(fn)));
}

/** A field that is given from outside, by its type a producer. */
function isField(receiver: ts.Expression | undefined): boolean {
  if (receiver === undefined) return false;
  const node = stripExpression(receiver);
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword) return false;
  return enclosingFunction(node) !== undefined;
}
