import type ts from 'typescript';
import type { Knowledge } from '../recognize/knowledge.ts';
import { isSameTurn } from '../recognize/loop-around.ts';
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
  return source.pos >= use.end && enclosingFunction(source) === enclosingFunction(use) && isSameTurn(declaration, use);
}
