import ts from 'typescript';
import type { FunctionNode } from '../recognize/value.ts';
import { tagsOf } from '../recognize/tags-of.ts';

/** `@eos idempotent` on a function: the user vouches for everything it does. */
export function isVouchedFor(fn: FunctionNode): boolean {
  const carrier = ts.isArrowFunction(fn) || ts.isFunctionExpression(fn) ? statementOf(fn) : fn;
  return [fn, carrier].some((node) => tagsOf(node).some((tag) => tag.verb === 'idempotent'));
}

/** The comment of `const save = async () => …` hangs on the statement. */
function statementOf(fn: ts.ArrowFunction | ts.FunctionExpression): ts.Node {
  const declaration = fn.parent;
  if (!ts.isVariableDeclaration(declaration)) return declaration;
  return declaration.parent.parent;
}
