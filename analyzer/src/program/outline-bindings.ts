import ts from '../typescript.ts';
import { boundNames, importedInPlace, takenMembers, unwrap } from './module-syntax.ts';
import type { OutlineDraft } from './outline-draft.ts';

/** Notes the local names by which a statement makes other modules' things known. */
export function addBindings(draft: OutlineDraft, statement: ts.Statement): void {
  if (ts.isImportDeclaration(statement)) addImportClause(draft, statement.importClause, statement.moduleSpecifier);
  else if (ts.isImportEqualsDeclaration(statement)) addImportEquals(draft, statement);
  else if (ts.isVariableStatement(statement)) {
    for (const declaration of statement.declarationList.declarations) addRequire(draft, declaration);
  }
}

export function addImportClause(
  draft: OutlineDraft,
  clause: ts.ImportClause | undefined,
  moduleSpecifier: ts.Expression,
): void {
  if (!clause || !ts.isStringLiteral(moduleSpecifier)) return;
  const specifier = moduleSpecifier.text;
  if (clause.name) draft.bindings.set(clause.name.text, { specifier, imported: 'default' });
  const named = clause.namedBindings;
  if (!named) return;
  if (ts.isNamespaceImport(named)) draft.bindings.set(named.name.text, { specifier, imported: '*' });
  else {
    for (const { name, propertyName } of named.elements) {
      draft.bindings.set(name.text, { specifier, imported: (propertyName ?? name).text });
    }
  }
}

function addImportEquals(draft: OutlineDraft, statement: ts.ImportEqualsDeclaration): void {
  const { moduleReference: target, name } = statement;
  if (!ts.isExternalModuleReference(target) || !ts.isStringLiteral(target.expression)) return;
  draft.bindings.set(name.text, { specifier: target.expression.text, imported: '*' });
}

/** `const x = require('…')`, `const { a } = await import('…')` and `const a = require('…').a` bind like imports. */
function addRequire(draft: OutlineDraft, { name, initializer }: ts.VariableDeclaration): void {
  const source = initializer && unwrap(initializer);
  if (!source) return;
  const specifier = importedInPlace(source);
  if (specifier !== undefined) {
    if (ts.isIdentifier(name)) draft.bindings.set(name.text, { specifier, imported: '*' });
    else if (ts.isObjectBindingPattern(name)) bindPattern(draft, name, specifier);
  } else if (ts.isPropertyAccessExpression(source) && ts.isIdentifier(name)) {
    const owner = importedInPlace(source.expression);
    if (owner !== undefined) draft.bindings.set(name.text, { specifier: owner, imported: source.name.text });
  }
}

function bindPattern(draft: OutlineDraft, pattern: ts.ObjectBindingPattern, specifier: string): void {
  const taken = takenMembers(pattern);
  pattern.elements.forEach((element, index) => {
    for (const name of boundNames(element.name)) draft.bindings.set(name, { specifier, imported: taken[index] ?? '*' });
  });
}
