import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { isSameTurn } from '../recognize/loop-around.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { creationsBehind } from './creations.ts';

/** Whether the object that a method is called on was made by the same call of the same function, in the same turn of its loops. */
export function isMadeAnew(knowledge: Knowledge, call: ts.Node, env: Env | undefined): boolean {
  const made = ts.isCallExpression(call) ? initialReceiver(knowledge, call) : undefined;
  if (!ts.isCallExpression(call) || made === undefined || enclosingFunction(call) === undefined) return false;
  const creations = creationsBehind(knowledge, call, env);
  const isAlone = creations.length > 0 && creations.every((creation) => creation.call === made);
  return isAlone && isSameTurn(made, call);
}

/** What the variable is given first that a method is called on. */
function initialReceiver(knowledge: Knowledge, call: ts.CallExpression): ts.Expression | undefined {
  const receiver = receiverOf(call);
  if (receiver === undefined || !ts.isIdentifier(receiver)) return undefined;
  const declaration = symbolAt(knowledge, receiver)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  return declaration.initializer === undefined ? undefined : stripExpression(declaration.initializer);
}
