import ts from 'typescript';
import { exportsOf, membersOf, wholeOf, type ModuleView, type ScopeView } from './module-view.ts';

/** Which files are the stub: what it inherits from others is not its claim. */
type IsOwn = (fileName: string) => boolean;

/** The members of a stub that the published typings do not have, as `name.member`, sorted. */
export function missingMembers(stub: ModuleView, published: ModuleView, isOwn: IsOwn): readonly string[] {
  const comparison = new Comparison(stub.checker, published.checker, isOwn);
  const theirs = exportsOf(published);
  const whole = wholeOf(published);
  // Before the names: some of them lead back to the whole.
  comparison.whole(wholeOf(stub), whole);
  for (const [name, symbols] of exportsOf(stub)) {
    if (name === 'default') continue;
    // A package with a default export may leave its parts to that.
    const members = membersOf(published.checker, whole).filter((member) => member.name === name);
    comparison.symbols(symbols, [...(theirs.get(name) ?? []), ...members.map(({ symbol }) => symbol)], name);
  }
  return [...comparison.missing].toSorted();
}

/** The same for what is there without an import. */
export function missingGlobals(stub: ScopeView, published: ScopeView, isOwn: IsOwn): readonly string[] {
  const comparison = new Comparison(stub.checker, published.checker, isOwn);
  const theirs = new Map(published.symbols.map((symbol) => [symbol.name, symbol]));
  for (const symbol of stub.symbols.filter((one) => isDeclaredIn(one, isOwn))) {
    const counterpart = theirs.get(symbol.name);
    comparison.symbols([symbol], counterpart === undefined ? [] : [counterpart], symbol.name);
  }
  return [...comparison.missing].toSorted();
}

function isDeclaredIn(symbol: ts.Symbol, isOwn: IsOwn): boolean {
  return (symbol.declarations ?? []).some((declaration) => isOwn(declaration.getSourceFile().fileName));
}

/** Types that say nothing about members: any claim is compatible with them. */
const silent = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.TypeParameter;

class Comparison {
  readonly missing = new Set<string>();
  readonly #stub: ts.TypeChecker;
  readonly #published: ts.TypeChecker;
  readonly #isOwn: IsOwn;
  readonly #seen = new Set<ts.Type>();
  #depth = 0;

  constructor(stub: ts.TypeChecker, published: ts.TypeChecker, isOwn: IsOwn) {
    this.#stub = stub;
    this.#published = published;
    this.#isOwn = isOwn;
  }

  symbols(ours: readonly ts.Symbol[], theirs: readonly ts.Symbol[], name: string): void {
    const types = theirs.filter(isType).map((symbol) => this.#published.getDeclaredTypeOfSymbol(symbol));
    const values = theirs.filter(isValue).map((symbol) => this.#published.getTypeOfSymbol(symbol));
    for (const symbol of ours) {
      if (isValue(symbol) && values.length === 0) this.missing.add(name);
      if (isValue(symbol)) this.types(this.#stub.getTypeOfSymbol(symbol), values, name);
      if (isType(symbol) && types.length === 0 && values.length === 0) this.missing.add(name);
      if (isType(symbol)) this.types(this.#stub.getDeclaredTypeOfSymbol(symbol), types, name);
    }
  }

  /** What calling the whole of a module gives. Its members are names that can be imported, and compared as such. */
  whole(ours: ts.Symbol, theirs: ts.Symbol): void {
    if (!isValue(ours)) return;
    const type = this.#stub.getTypeOfSymbol(ours);
    this.#seen.add(type);
    if (isValue(theirs)) this.#signatures(type, [this.#published.getTypeOfSymbol(theirs)], '');
  }

  types(ours: ts.Type, theirs: readonly ts.Type[], path: string): void {
    // A generic type that returns itself of something else has no end.
    if (this.#depth > 8) return;
    this.#depth += 1;
    this.#compare(ours, theirs, path);
    this.#depth -= 1;
  }

  #compare(ours: ts.Type, theirs: readonly ts.Type[], path: string): void {
    const known = theirs.flatMap((type) => parts(this.#published, type));
    if (known.length === 0 || known.some((type) => (type.flags & silent) !== 0)) return;
    for (const type of parts(this.#stub, ours)) {
      if (this.#seen.has(type) || (type.flags & ts.TypeFlags.Object) === 0) continue;
      this.#seen.add(type);
      this.#properties(type, known, path);
      this.#signatures(type, known, path);
    }
  }

  #properties(type: ts.Type, theirs: readonly ts.Type[], path: string): void {
    for (const property of type.getProperties()) {
      if (!this.#isClaim(property) || isInherited(property, type)) continue;
      const at = path === '' ? property.name : `${path}.${property.name}`;
      const found = theirs.flatMap((one) => this.#published.getPropertyOfType(one, property.name) ?? []);
      if (found.length > 0) {
        const types = found.map((symbol) => this.#published.getTypeOfSymbol(symbol));
        this.types(this.#stub.getTypeOfSymbol(property), types, at);
      } else if (!theirs.some((one) => one.getStringIndexType() !== undefined)) {
        this.missing.add(at);
      }
    }
  }

  #signatures(ours: ts.Type, theirs: readonly ts.Type[], path: string): void {
    const calls = theirs.flatMap((one) => one.getCallSignatures());
    const creations = theirs.flatMap((one) => one.getConstructSignatures());
    this.#results(ours.getCallSignatures(), calls, path);
    this.#results(ours.getConstructSignatures(), creations, path);
  }

  /** What calls return is looked into: builders lead from member to member. */
  #results(ours: readonly ts.Signature[], theirs: readonly ts.Signature[], path: string): void {
    const results = theirs.map((signature) => signature.getReturnType());
    for (const signature of ours) this.types(signature.getReturnType(), results, path);
  }

  /** Written in the stub itself, under a name of its own. */
  #isClaim(property: ts.Symbol): boolean {
    if (property.name.startsWith('__@') || ['prototype', 'default'].includes(property.name)) return false;
    return isDeclaredIn(property, this.#isOwn);
  }
}

/** The members of unions and intersections, seen through promises and lists. */
function parts(checker: ts.TypeChecker, type: ts.Type, depth = 0): readonly ts.Type[] {
  const awaited = checker.getAwaitedType(type) ?? type;
  const element = checker.isArrayType(awaited) ? checker.getIndexTypeOfType(awaited, ts.IndexKind.Number) : undefined;
  const plain = checker.getNonNullableType(element ?? awaited);
  if (depth > 8) return [plain];
  if (element !== undefined || plain !== type) return parts(checker, plain, depth + 1);
  if (plain.isUnion()) return plain.types.flatMap((part) => parts(checker, part, depth + 1));
  const constraint = plain.isTypeParameter() ? checker.getBaseConstraintOfType(plain) : undefined;
  return [constraint ?? plain];
}

/** A class also has what the namespace of its base class exports, which nobody writes down for it. */
function isInherited(property: ts.Symbol, type: ts.Type): boolean {
  const exported = (property.declarations ?? []).some(
    ({ parent }) => ts.isModuleBlock(parent) || ts.isNamedExports(parent),
  );
  return exported && type.getSymbol()?.exports?.has(property.escapedName) !== true;
}

function isType(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Type) !== 0;
}

function isValue(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Value) !== 0;
}
