import ts from '../typescript.ts';
import { createMemberTable, type MemberTable } from './member-table.ts';
import { commentsOf, importedInPlace, spineOf, takenMembers, unwrap, type Spine } from './module-syntax.ts';
import type { References } from './outline.ts';

interface Tables {
  readonly names: MemberTable;
  readonly modules: MemberTable;
  readonly heritage: MemberTable;
  /** JSDoc of JavaScript carries types. */
  readonly withComments: boolean;
  /** Whether a local name comes from a Kafka package. */
  readonly isKafka: (name: string) => boolean;
}

type Visit = (node: ts.Node) => void;

/**
 * The names that a piece of syntax refers to. Scopes are not told apart: a parameter that hides a top-level name makes
 * the slice a little larger, never smaller. Walks with a list of its own, because code may be nested deeper than a stack.
 */
export function collectReferences(
  starts: readonly ts.Node[],
  withComments: boolean,
  isKafka: (name: string) => boolean,
): References {
  const tables: Tables = {
    names: createMemberTable(),
    modules: createMemberTable(),
    heritage: createMemberTable(),
    withComments,
    isKafka,
  };
  const pending: ts.Node[] = [...starts];
  const push: Visit = (node) => void pending.push(node);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (withComments) commentsOf(node).forEach(push);
    visit(node, tables, push);
  }
  return { names: tables.names.members, modules: tables.modules.members, heritage: tables.heritage.members };
}

function visit(node: ts.Node, tables: Tables, push: Visit): void {
  if (ts.isIdentifier(node)) tables.names.add(node.text, '*');
  else if (ts.isPropertyAccessExpression(node)) visitAccess(node.expression, node.name.text, tables, push);
  else if (ts.isQualifiedName(node)) visitAccess(node.left, node.right.text, tables, push);
  else if (ts.isElementAccessExpression(node)) visitElement(node, tables, push);
  else if (ts.isVariableDeclaration(node)) visitVariable(node, tables, push);
  else if (ts.isCallExpression(node)) visitCall(node, tables, push);
  else if (ts.isImportTypeNode(node)) visitImportType(node, tables, push);
  else if (ts.isHeritageClause(node)) visitHeritage(node, tables, push);
  else if (ts.isDecorator(node)) visitDecorator(node, tables, push);
  else if (!isLeftOut(node)) visitChildren(node, push);
}

/** What a component renders is no part of a pipeline. */
function isLeftOut(node: ts.Node): boolean {
  return (
    ts.isJsxElement(node) ||
    ts.isJsxSelfClosingElement(node) ||
    ts.isJsxFragment(node) ||
    ts.isBreakOrContinueStatement(node) ||
    ts.isMetaProperty(node)
  );
}

function visitChildren(node: ts.Node, push: Visit): void {
  // A shorthand property is the one construct whose name is also a reference.
  const own = ts.isShorthandPropertyAssignment(node) ? undefined : ownName(node);
  const key = ts.isBindingElement(node) ? node.propertyName : tagName(node);
  ts.forEachChild(node, (child) => {
    if ((child !== own && child !== key) || !ts.isIdentifier(child)) push(child);
  });
}

function ownName(node: ts.Node): ts.Node | undefined {
  if (ts.isLabeledStatement(node)) return node.label;
  return (node as { readonly name?: ts.Node }).name;
}

/** `param` of `@param`. Elements of JSX, which also have a tag name, are left out before. */
function tagName(node: ts.Node): ts.Node | undefined {
  return (node as { readonly tagName?: ts.Node }).tagName;
}

function visitAccess(owner: ts.Node, member: string, tables: Tables, push: Visit): void {
  const inner = unwrap(owner);
  const specifier = importedInPlace(inner);
  if (ts.isIdentifier(inner)) tables.names.add(inner.text, member);
  else if (specifier !== undefined) tables.modules.add(specifier, isThenable(member) ? '*' : member);
  else push(inner);
}

function isThenable(member: string): boolean {
  return member === 'then' || member === 'catch' || member === 'finally';
}

function visitElement(node: ts.ElementAccessExpression, tables: Tables, push: Visit): void {
  const key = node.argumentExpression;
  visitAccess(node.expression, ts.isStringLiteralLike(key) ? key.text : '*', tables, push);
  push(key);
}

function visitVariable(node: ts.VariableDeclaration, tables: Tables, push: Visit): void {
  if (node.type) push(node.type);
  if (!ts.isIdentifier(node.name)) push(node.name);
  if (!node.initializer) return;
  const source = unwrap(node.initializer);
  const members = ts.isObjectBindingPattern(node.name) ? takenMembers(node.name) : ['*'];
  const specifier = importedInPlace(source);
  for (const member of members) {
    if (specifier !== undefined) tables.modules.add(specifier, member);
    else if (ts.isIdentifier(source)) tables.names.add(source.text, member);
  }
  if (specifier === undefined && !ts.isIdentifier(source)) push(node.initializer);
}

function visitCall(node: ts.CallExpression, tables: Tables, push: Visit): void {
  const specifier = importedInPlace(node);
  if (specifier === undefined) visitChildren(node, push);
  else tables.modules.add(specifier, '*');
}

function visitImportType(node: ts.ImportTypeNode, tables: Tables, push: Visit): void {
  node.typeArguments?.forEach(push);
  const { argument } = node;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal)) return;
  let first: ts.EntityName | undefined = node.qualifier;
  while (first && ts.isQualifiedName(first)) first = first.left;
  tables.modules.add(argument.literal.text, first ? first.text : '*');
}

function visitHeritage(node: ts.HeritageClause, tables: Tables, push: Visit): void {
  for (const type of node.types) {
    const base = type.expression;
    if (ts.isIdentifier(base)) tables.heritage.add(base.text, '*');
    else if (ts.isPropertyAccessExpression(base) && ts.isIdentifier(base.expression)) {
      tables.heritage.add(base.expression.text, base.name.text);
    }
    push(type);
  }
}

/**
 * A decorator is followed, its object, array and function arguments are not: a Nest module names the whole application
 * there. What is handed to a Kafka package inside of them (`ClientsModule.register(options)`) is followed all the same.
 */
function visitDecorator(node: ts.Decorator, tables: Tables, push: Visit): void {
  const { expression } = node;
  if (!ts.isCallExpression(expression)) {
    push(expression);
    return;
  }
  push(expression.expression);
  const isKafka = comesFromKafka(spineOf(expression), tables);
  for (const argument of expression.arguments) {
    if (isKafka || !namesOthers(argument)) push(argument);
    else pushKafkaCalls(argument, tables, push);
  }
}

function namesOthers(argument: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(argument) || ts.isArrayLiteralExpression(argument) || ts.isFunctionLike(argument);
}

function pushKafkaCalls(start: ts.Node, tables: Tables, push: Visit): void {
  const pending: ts.Node[] = [start];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const spine = spineOf(node);
      if (comesFromKafka(spine, tables)) push(node);
      else pending.push(...spine.sides);
    } else ts.forEachChild(node, (child) => void pending.push(child));
  }
}

function comesFromKafka({ root }: Spine, tables: Tables): boolean {
  return root !== undefined && tables.isKafka(root);
}
