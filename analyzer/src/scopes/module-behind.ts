import ts from '../typescript.ts';
import type { ModuleMember } from '../facts/delivery.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';

const DEPTH = 8;

/** The package that a callee comes from, as far as imports, variables, fields and their types show it. */
export function moduleBehind(knowledge: Knowledge, callee: ts.Expression): ModuleMember | undefined {
  const node = stripExpression(callee);
  // Of a method, what it is called on says where it comes from: its own declaration is the package's.
  const root = ts.isPropertyAccessExpression(node)
    ? on(rootOf(knowledge, node.expression, 0), `.${node.name.text}`)
    : rootOf(knowledge, node, 0);
  return on(root, '()');
}

function rootOf(knowledge: Knowledge, expression: ts.Expression, depth: number): ModuleMember | undefined {
  const node = stripExpression(expression);
  if (depth > DEPTH) return undefined;
  const required = requiredModule(node);
  if (required !== undefined) return { module: required, name: '*', path: [] };
  if (ts.isNewExpression(node)) return on(rootOf(knowledge, node.expression, depth + 1), 'new()');
  if (ts.isCallExpression(node)) return on(rootOf(knowledge, node.expression, depth + 1), '()');
  if (ts.isPropertyAccessExpression(node)) {
    const declared = declaredRoot(knowledge, node.name, depth);
    return declared ?? on(rootOf(knowledge, node.expression, depth + 1), `.${node.name.text}`);
  }
  return ts.isIdentifier(node) ? declaredRoot(knowledge, node, depth) : undefined;
}

/** One step further from the export. `import * as mail from 'mail'; mail.send()`: the member is the export. */
function on(root: ModuleMember | undefined, step: string): ModuleMember | undefined {
  if (root === undefined) return undefined;
  const isExport = root.name === '*' && root.path.length === 0 && step.startsWith('.');
  return isExport ? { ...root, name: step.slice(1) } : { ...root, path: [...root.path, step] };
}

function requiredModule(node: ts.Expression): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'require') {
    return undefined;
  }
  const [specifier] = node.arguments;
  return specifier !== undefined && ts.isStringLiteralLike(specifier) ? outside(specifier.text) : undefined;
}

function declaredRoot(knowledge: Knowledge, name: ts.Node, depth: number): ModuleMember | undefined {
  // `Logger: Logger` leads from a value to a type of its name, and back.
  if (depth > DEPTH) return undefined;
  const declarations = knowledge.checker.getSymbolAtLocation(name)?.declarations ?? [];
  for (const declaration of declarations) {
    const root = rootOfDeclaration(knowledge, declaration, depth);
    if (root !== undefined) return root;
  }
  return undefined;
}

function rootOfDeclaration(knowledge: Knowledge, declaration: ts.Declaration, depth: number): ModuleMember | undefined {
  if (ts.isImportSpecifier(declaration)) {
    return importedRoot(knowledge, declaration, (declaration.propertyName ?? declaration.name).text, depth);
  }
  if (ts.isImportClause(declaration)) return importedRoot(knowledge, declaration, 'default', depth);
  if (ts.isNamespaceImport(declaration)) return importedRoot(knowledge, declaration, '*', depth);
  if (ts.isBindingElement(declaration)) return boundRoot(knowledge, declaration, depth);
  if (ts.isPropertyAssignment(declaration)) return rootOf(knowledge, declaration.initializer, depth + 1);
  const holds =
    ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isParameter(declaration);
  return holds ? heldRoot(knowledge, declaration, depth) : undefined;
}

/** What a variable, a field or a parameter holds: by its type, else by what it is given. */
function heldRoot(
  knowledge: Knowledge,
  { type, initializer }: ts.VariableDeclaration | ts.PropertyDeclaration | ts.ParameterDeclaration,
  depth: number,
): ModuleMember | undefined {
  const typed = type !== undefined && ts.isTypeReferenceNode(type) ? typeRoot(knowledge, type, depth) : undefined;
  return typed ?? (initializer === undefined ? undefined : rootOf(knowledge, initializer, depth + 1));
}

/** `mailer: Mailer`, `mailer: mail.Mailer`. */
function typeRoot(knowledge: Knowledge, type: ts.TypeReferenceNode, depth: number): ModuleMember | undefined {
  const { typeName } = type;
  if (ts.isIdentifier(typeName)) return on(declaredRoot(knowledge, typeName, depth + 1), 'new()');
  const root = ts.isIdentifier(typeName.left) ? declaredRoot(knowledge, typeName.left, depth + 1) : undefined;
  return on(on(root, `.${typeName.right.text}`), 'new()');
}

/** `const { send } = require('mail')`. */
function boundRoot(knowledge: Knowledge, element: ts.BindingElement, depth: number): ModuleMember | undefined {
  const holder = element.parent.parent;
  if (!ts.isVariableDeclaration(holder) || holder.initializer === undefined) return undefined;
  const root = rootOf(knowledge, holder.initializer, depth + 1);
  const key = element.propertyName ?? element.name;
  return ts.isIdentifier(key) ? on(root, `.${key.text}`) : undefined;
}

/** A package's own name, or what a file of the workspace exports under the name. */
function importedRoot(
  knowledge: Knowledge,
  node: ts.Declaration,
  name: string,
  depth: number,
): ModuleMember | undefined {
  const statement = ts.findAncestor(node, ts.isImportDeclaration);
  const specifier = statement?.moduleSpecifier;
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return undefined;
  const own = knowledge.checker.getSymbolAtLocation(specifier) === undefined ? outside(specifier.text) : undefined;
  if (own !== undefined) return { module: own, name, path: [] };
  const local = ts.getNameOfDeclaration(node);
  const alias = local === undefined ? undefined : knowledge.checker.getSymbolAtLocation(local);
  if (alias === undefined || (alias.flags & ts.SymbolFlags.Alias) === 0) return undefined;
  for (const declaration of knowledge.checker.getAliasedSymbol(alias).declarations ?? []) {
    const root = rootOfDeclaration(knowledge, declaration, depth + 1);
    if (root !== undefined) return root;
  }
  return undefined;
}

/** A specifier that is no path: what comes from a package. */
function outside(specifier: string): string | undefined {
  return specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('node:')
    ? undefined
    : specifier;
}
