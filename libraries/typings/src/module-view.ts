import ts from 'typescript';

/** A module as one program sees it. */
export interface ModuleView {
  readonly checker: ts.TypeChecker;
  readonly module: ts.Symbol;
}

/** What an import of a module can ask for, by name. One name may be a type here and a member of `export =` there. */
export function exportsOf({ checker, module }: ModuleView): ReadonlyMap<string, readonly ts.Symbol[]> {
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  const members = whole === undefined ? [] : membersOf(checker, throughAlias(checker, whole));
  const found = new Map<string, readonly ts.Symbol[]>();
  for (const symbol of [...checker.getExportsOfModule(module), ...members]) {
    found.set(symbol.name, [...(found.get(symbol.name) ?? []), throughAlias(checker, symbol)]);
  }
  found.delete(ts.InternalSymbolName.ExportEquals);
  found.delete('prototype');
  return found;
}

/** What `import x from` gives: `export =`, `export default`, or the module itself. */
export function wholeOf({ checker, module }: ModuleView): ts.Symbol {
  const whole =
    module.exports?.get(ts.InternalSymbolName.ExportEquals) ?? module.exports?.get(ts.InternalSymbolName.Default);
  return whole === undefined ? module : throughAlias(checker, whole);
}

function throughAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

export function membersOf(checker: ts.TypeChecker, value: ts.Symbol): readonly ts.Symbol[] {
  return (value.flags & ts.SymbolFlags.Value) === 0 ? [] : checker.getTypeOfSymbol(value).getProperties();
}
