import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { contains } from '../recognize/contains.ts';
import { creationsBehind } from './creations.ts';

/** Whether the object that a method is called on was made by the same call of the same function, in the same turn of its loops. */
export function isMadeAnew(knowledge: Knowledge, call: ts.Node, env: Env | undefined): boolean {
  const receiver = ts.isCallExpression(call) ? receiverOf(call) : undefined;
  if (!ts.isCallExpression(call) || receiver === undefined || !ts.isIdentifier(receiver)) return false;
  const declaration = symbolAt(knowledge, receiver)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const made = stripExpression(declaration.initializer);
  const creations = creationsBehind(knowledge, call, env);
  return creations.length > 0 && creations.every((creation) => creation.call === made) && isOneTurn(made, call);
}

function isOneTurn(made: ts.Node, use: ts.Node): boolean {
  const fn = enclosingFunction(use);
  if (fn === undefined || enclosingFunction(made) !== fn) return false;
  for (let at = use.parent; at !== fn; at = at.parent) {
    if (ts.isIterationStatement(at, false) && !contains(at, made)) return false;
  }
  return true;
}
