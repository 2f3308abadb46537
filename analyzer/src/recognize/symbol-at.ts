import ts from '../typescript.ts';
import { resolved } from './by-symbol.ts';
import type { Knowledge } from './knowledge.ts';

/** The symbol behind a name, through imports and shorthand properties. */
export function symbolAt(knowledge: Knowledge, node: ts.Identifier): ts.Symbol | undefined {
  const { checker } = knowledge;
  const own = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return resolved(own, checker);
}
