import ts from 'typescript';

/** A module as one program sees it. */
export interface ModuleView {
  readonly checker: ts.TypeChecker;
  readonly module: ts.Symbol;
}

/** The names that an import of a module can ask for. Whatever `export =` gives is looked into. */
export function exportsOf({ checker, module }: ModuleView): ReadonlyMap<string, ts.Symbol> {
  const named = checker.getExportsOfModule(module).map((symbol) => throughAlias(checker, symbol));
  const found = new Map(checker.getExportsOfModule(module).map((symbol, i) => [symbol.name, named[i] ?? symbol]));
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  if (whole !== undefined) addMembers(checker, throughAlias(checker, whole), found);
  found.delete(ts.InternalSymbolName.ExportEquals);
  found.delete('prototype');
  return found;
}

/** What `import x from` gives: `export =`, `export default`, or the module itself. */
export function wholeOf({ checker, module }: ModuleView): ts.Symbol {
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals) ?? module.exports?.get('default');
  return whole === undefined ? module : throughAlias(checker, whole);
}

export function throughAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

function addMembers(checker: ts.TypeChecker, whole: ts.Symbol, found: Map<string, ts.Symbol>): void {
  if ((whole.flags & ts.SymbolFlags.Value) === 0) return;
  for (const property of checker.getTypeOfSymbol(whole).getProperties()) {
    if (!found.has(property.name)) found.set(property.name, property);
  }
}
