import ts from 'typescript';

/** A module as one program sees it. */
export interface ModuleView {
  readonly checker: ts.TypeChecker;
  readonly module: ts.Symbol;
}

/** What a program knows without an import. */
export interface ScopeView {
  readonly checker: ts.TypeChecker;
  readonly symbols: readonly ts.Symbol[];
}

/** A symbol under the name that it is exported as. */
interface Named {
  readonly name: string;
  readonly symbol: ts.Symbol;
}

/** What an import of a module can ask for, by name. One name may be a type here and a member of `export =` there. */
export function exportsOf({ checker, module }: ModuleView): ReadonlyMap<string, readonly ts.Symbol[]> {
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  const members = whole === undefined ? [] : membersOf(checker, throughAlias(checker, whole));
  const found = new Map<string, readonly ts.Symbol[]>();
  for (const { name, symbol } of [...exported(checker, module), ...members]) {
    const known = found.get(name) ?? [];
    if (!known.includes(symbol)) found.set(name, [...known, symbol]);
  }
  found.delete(ts.InternalSymbolName.ExportEquals);
  found.delete('prototype');
  return found;
}

/** The names behind a value: its properties, and what a namespace of the same name exports. */
export function membersOf(checker: ts.TypeChecker, symbol: ts.Symbol): readonly Named[] {
  const properties = (symbol.flags & ts.SymbolFlags.Value) === 0 ? [] : checker.getTypeOfSymbol(symbol).getProperties();
  const inNamespace = (symbol.flags & ts.SymbolFlags.Module) === 0 ? [] : exported(checker, symbol);
  return [...properties.map((one) => named(checker, one)), ...inNamespace];
}

/** What `import x from` gives: `export =`, `export default`, or the module itself. */
export function wholeOf({ checker, module }: ModuleView): ts.Symbol {
  const whole =
    module.exports?.get(ts.InternalSymbolName.ExportEquals) ?? module.exports?.get(ts.InternalSymbolName.Default);
  return whole === undefined ? module : throughAlias(checker, whole);
}

export function scopeOf(checker: ts.TypeChecker, file: ts.SourceFile | undefined): ScopeView {
  const meanings = [ts.SymbolFlags.Type, ts.SymbolFlags.Namespace, ts.SymbolFlags.Value];
  const symbols = file === undefined ? [] : meanings.flatMap((meaning) => checker.getSymbolsInScope(file, meaning));
  return { checker, symbols: [...new Set(symbols)] };
}

function exported(checker: ts.TypeChecker, module: ts.Symbol): readonly Named[] {
  return checker.getExportsOfModule(module).map((symbol) => named(checker, symbol));
}

function named(checker: ts.TypeChecker, symbol: ts.Symbol): Named {
  return { name: symbol.name, symbol: throughAlias(checker, symbol) };
}

function throughAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}
