import ts from '../typescript.ts';
import type { Knowledge } from './knowledge.ts';
import { symbolAt } from './symbol-at.ts';

/** `error` in `catch (error)` and in `save().catch((error) => …)`: whoever throws throws something. */
export function isCaught(knowledge: Knowledge, name: ts.Identifier): boolean {
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  if (declaration === undefined) return false;
  if (ts.isParameter(declaration)) return isOfRejection(declaration);
  return ts.isVariableDeclaration(declaration) && ts.isCatchClause(declaration.parent);
}

/** The handler is written where it is handed to a promise; one with a name may be called with anything. */
function isOfRejection({ parent: handler, name }: ts.ParameterDeclaration): boolean {
  const call = handler.parent;
  if (handler.parameters[0]?.name !== name || !ts.isCallExpression(call)) return false;
  const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  return call.arguments.findIndex((argument) => argument === handler) === HANDLES_REJECTION.get(method);
}

/** By method of a promise: which of its arguments is called with an error. */
const HANDLES_REJECTION: ReadonlyMap<string, number> = new Map([
  ['catch', 0],
  ['then', 1],
]);
