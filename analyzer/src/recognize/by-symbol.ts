import ts from '../typescript.ts';
import type { Checker } from './checker.ts';

/** What the symbol is called where it is declared: an import may call it otherwise. */
export function spelling(target: ts.Expression, checker: Checker): string | undefined {
  if (ts.isPropertyAccessExpression(target)) return target.name.text;
  const symbol = ts.isIdentifier(target) ? targetSymbol(target, checker) : undefined;
  return symbol && ts.symbolName(symbol);
}

/** The variable or field that an expression names. */
export function targetSymbol(node: ts.Expression, checker: Checker): ts.Symbol | undefined {
  if (ts.isIdentifier(node)) return resolved(checker.getSymbolAtLocation(node), checker);
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  return undefined;
}

/** The symbol behind an import or a re-export. */
export function resolved(symbol: ts.Symbol | undefined, checker: Checker): ts.Symbol | undefined {
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}
