import ts from '../typescript.ts';
import { targetSymbol } from '../recognize/by-symbol.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { stripExpression } from '../recognize/strip.ts';

/**
 * The variable or field on which a method is called, if all that is ever in it are results of calls: two of them hold two
 * objects, as far as nobody knows better. What is handed on, `this.consumer = consumer`, may be in several.
 */
export function resultHolder({ checker, index }: Knowledge, call: AnyCall | undefined): ts.Symbol | undefined {
  const receiver = call && receiverOf(call);
  const symbol = receiver && targetSymbol(stripExpression(receiver), checker);
  if (symbol === undefined) return undefined;
  const declared = (symbol.declarations ?? []).map(initializerOf);
  const sources = [...declared, ...index.assignmentsTo(symbol)].filter((source) => source !== undefined);
  return sources.length > 0 && sources.every(isCall) ? symbol : undefined;
}

function initializerOf(declaration: ts.Declaration): ts.Expression | undefined {
  const isHolder = ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration);
  return isHolder ? declaration.initializer : undefined;
}

function isCall(source: ts.Expression): boolean {
  return ts.isCallExpression(stripExpression(source));
}
