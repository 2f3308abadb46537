import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { contains } from '../recognize/contains.ts';
import { enclosingFunction } from '../recognize/source-index.ts';

/**
 * The one expression that a variable holds where it is used; undefined when there may be several. What is assigned further
 * on in the same run has not happened yet: `let row = await find(); if (!row) row = await create();`.
 */
export function valueAt(
  { index }: Knowledge,
  declaration: ts.VariableDeclaration,
  symbol: ts.Symbol,
  use: ts.Node,
): ts.Expression | undefined {
  const initial = declaration.initializer === undefined ? [] : [declaration.initializer];
  const assigned = index.assignmentsTo(symbol).filter((source) => !isLater(declaration, source, use));
  const [source, ...others] = [...initial, ...assigned];
  return others.length > 0 ? undefined : source;
}

/** Behind the use, in the same function, with no loop that leads back to the use. */
function isLater(declaration: ts.Node, source: ts.Node, use: ts.Node): boolean {
  const fn = enclosingFunction(use);
  if (source.pos < use.end || enclosingFunction(source) !== fn || enclosingFunction(declaration) !== fn) return false;
  const loop = ts.findAncestor(use, (at) => at === fn || ts.isIterationStatement(at, false));
  return loop === undefined || loop === fn || contains(loop, declaration);
}
