import ts from '../typescript.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { FunctionNode } from '../recognize/value.ts';

/** The function that a node stands in and that stands in no other one; undefined for the code of a module. */
export function outermostFunction(node: ts.Node): FunctionNode | undefined {
  let outermost: FunctionNode | undefined;
  for (let at = node; !ts.isSourceFile(at); at = at.parent) if (isFunctionNode(at)) outermost = at;
  return outermost;
}
