import ts from '../typescript.ts';
import { boundNames, unwrap } from './module-syntax.ts';
import { wholeModule, type Outline } from './outline.ts';
import { addBindings } from './outline-bindings.ts';
import { outlineCommonJs } from './outline-commonjs.ts';
import { openDraft, type OutlineDraft } from './outline-draft.ts';
import { linksOf } from './outline-links.ts';
import { addTypedefs } from './outline-typedefs.ts';
import { withKnownNames } from './known-names.ts';

/** `isKafka` tells whether a specifier stands for a Kafka package. */
export function buildOutline(file: ts.SourceFile, isKafka: (specifier: string) => boolean): Outline {
  const draft = openDraft(file, isKafka);
  // Imports first: what a decorator means depends on where its name comes from, and imports may stand anywhere.
  for (const statement of file.statements) addBindings(draft, statement);
  for (const statement of file.statements) addStatement(draft, statement);
  addTypedefs(draft);
  const { declarers, bindings, exports, stars } = draft;
  const parts = draft.parts.map((part) => withKnownNames(part, draft));
  const links = linksOf({ parts, declarers, exports });
  return { parts, declarers, bindings, exports, stars: [...stars], specifiers: specifiersOf(draft), links };
}

function specifiersOf({ file, parts, bindings, exports, stars }: OutlineDraft): readonly string[] {
  const specifiers = new Set([
    ...file.statements.flatMap(specifierOf),
    ...stars,
    ...[...bindings.values()].map(({ specifier }) => specifier),
    ...[...exports.values()].flatMap((each) => (each.kind === 'from' ? [each.specifier] : [])),
    ...parts.flatMap(({ references }) => [...references.modules.keys()]),
  ]);
  return [...specifiers].sort();
}

function specifierOf(statement: ts.Statement): readonly string[] {
  const specifier =
    ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
  return specifier && ts.isStringLiteral(specifier) ? [specifier.text] : [];
}

function addStatement(draft: OutlineDraft, statement: ts.Statement): void {
  if (ts.isImportDeclaration(statement)) return;
  if (ts.isExportDeclaration(statement)) addExports(draft, statement);
  else if (ts.isExportAssignment(statement)) addExportAssignment(draft, statement);
  else if (ts.isImportEqualsDeclaration(statement)) addImportEquals(draft, statement);
  else if (ts.isVariableStatement(statement)) addVariables(draft, statement);
  else if (!outlineCommonJs(draft, statement)) addDeclaration(draft, statement);
}

function addExports(draft: OutlineDraft, { exportClause, moduleSpecifier }: ts.ExportDeclaration): void {
  const specifier = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (!exportClause) {
    if (specifier !== undefined) draft.stars.add(specifier);
    return;
  }
  if (ts.isNamespaceExport(exportClause)) {
    if (specifier !== undefined) draft.exports.set(exportClause.name.text, { kind: 'from', specifier, imported: '*' });
    return;
  }
  for (const { name, propertyName } of exportClause.elements) {
    const source = (propertyName ?? name).text;
    draft.exports.set(
      name.text,
      specifier === undefined ? { kind: 'name', name: source } : { kind: 'from', specifier, imported: source },
    );
  }
}

function addExportAssignment(draft: OutlineDraft, statement: ts.ExportAssignment): void {
  const name = statement.isExportEquals === true ? wholeModule : 'default';
  const { expression } = statement;
  if (ts.isIdentifier(expression)) draft.exports.set(name, { kind: 'name', name: expression.text });
  else draft.exports.set(name, { kind: 'part', part: draft.addPart(expression, [], { owner: statement }) });
}

/** `import x = require('…')` binds like an import; `import x = a.b` declares. */
function addImportEquals(draft: OutlineDraft, statement: ts.ImportEqualsDeclaration): void {
  const name = statement.name.text;
  if (!draft.bindings.has(name)) draft.addPart(statement, [name]);
  if (isExported(statement)) draft.exports.set(name, { kind: 'name', name });
}

function addVariables(draft: OutlineDraft, statement: ts.VariableStatement): void {
  for (const declaration of statement.declarationList.declarations) {
    const names = boundNames(declaration.name);
    // What binds like an import is no declaration, except that it may be exported.
    if (!names.some((name) => draft.bindings.has(name))) {
      draft.addPart(declaration, names, { inert: isLiteral(declaration.initializer), owner: statement });
    }
    if (isExported(statement)) for (const name of names) draft.exports.set(name, { kind: 'name', name });
  }
}

function addDeclaration(draft: OutlineDraft, statement: ts.Statement): void {
  const name = declaredName(statement);
  const inert =
    ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isEnumDeclaration(statement);
  const part = draft.addPart(statement, name === undefined ? [] : [name], { inert });
  if (!isExported(statement)) return;
  if (isDefault(statement)) draft.exports.set('default', { kind: 'part', part });
  else if (name !== undefined) draft.exports.set(name, { kind: 'name', name });
}

function declaredName(statement: ts.Statement): string | undefined {
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isNamed && statement.name && ts.isIdentifier(statement.name) ? statement.name.text : undefined;
}

function isLiteral(initializer: ts.Expression | undefined): boolean {
  if (!initializer) return false;
  const value = unwrap(initializer);
  return ts.isStringLiteralLike(value) || ts.isNumericLiteral(value);
}

function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword);
}

function isDefault(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
}

function hasModifier(statement: ts.Statement, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.some((each) => each.kind === kind) ?? false);
}
