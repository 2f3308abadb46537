import ts from '../typescript.ts';

/** Things said about variables and fields. */
export interface BySymbol<T> {
  /** `target` is the expression that names the variable or field; any other expression is left out. */
  add(target: ts.Expression, thing: T): void;
  /** In the order in which they were added. */
  readonly of: (symbol: ts.Symbol) => readonly T[];
}

interface Entry<T> {
  readonly target: ts.Expression;
  readonly thing: T;
}

/** Which variable a name means takes types once it is a member: that is asked by spelling, for what somebody wants to know. */
export function openBySymbol<T>(checker: ts.TypeChecker): BySymbol<T> {
  const spelt = new Map<string, Entry<T>[]>();
  const known = new Map<string, ReadonlyMap<ts.Symbol, readonly T[]>>();
  return {
    add(target, thing) {
      const name = spelling(target, checker);
      if (name === undefined) return;
      const entries = spelt.get(name);
      if (entries) entries.push({ target, thing });
      else spelt.set(name, [{ target, thing }]);
    },
    of(symbol) {
      const name = ts.symbolName(symbol);
      const bySymbol = known.get(name) ?? grouped(spelt.get(name) ?? [], checker);
      known.set(name, bySymbol);
      return bySymbol.get(symbol) ?? [];
    },
  };
}

/** What the symbol is called where it is declared: an import may call it otherwise. */
function spelling(target: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (ts.isPropertyAccessExpression(target)) return target.name.text;
  const symbol = ts.isIdentifier(target) ? targetSymbol(target, checker) : undefined;
  return symbol && ts.symbolName(symbol);
}

function grouped<T>(entries: readonly Entry<T>[], checker: ts.TypeChecker): ReadonlyMap<ts.Symbol, readonly T[]> {
  const groups = new Map<ts.Symbol, T[]>();
  for (const { target, thing } of entries) {
    const symbol = targetSymbol(target, checker);
    const group = symbol && groups.get(symbol);
    if (group) group.push(thing);
    else if (symbol) groups.set(symbol, [thing]);
  }
  return groups;
}

/** The variable or field that an expression names. */
export function targetSymbol(node: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isIdentifier(node)) return resolved(checker.getSymbolAtLocation(node), checker);
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  return undefined;
}

/** The symbol behind an import or a re-export. */
export function resolved(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}
