import ts from '../typescript.ts';
import { contains } from './contains.ts';
import { isFunctionNode } from './function-node.ts';
import { enclosingFunction } from './source-index.ts';

/** The innermost loop around a node, in the same function. */
export function loopAround(node: ts.Node): ts.IterationStatement | undefined {
  for (let at = node.parent; !isFunctionNode(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isIterationStatement(at, false)) return at;
  }
  return undefined;
}

/** Whether a node runs anew before each run of another one: both in one function, and no loop around the second alone. */
export function isSameTurn(first: ts.Node, behind: ts.Node): boolean {
  if (enclosingFunction(first) !== enclosingFunction(behind)) return false;
  const loop = loopAround(behind);
  return loop === undefined || contains(loop, first);
}
