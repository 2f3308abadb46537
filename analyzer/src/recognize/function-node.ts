import ts from '../typescript.ts';
import { returnsIn } from '../program/returns-in.ts';
import type { FunctionNode } from './value.ts';

/** A function-like node with a body. */
export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return (
    (ts.isArrowFunction(node) ||
      ts.isFunctionExpression(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isConstructorDeclaration(node) ||
      ts.isGetAccessorDeclaration(node) ||
      ts.isSetAccessorDeclaration(node)) &&
    node.body !== undefined
  );
}

/** What is another node when somebody has typed in a function: the function may be the one that it was. */
export function bodyOf(fn: FunctionNode): ts.Node {
  return fn.body ?? fn;
}

/** By the body. */
const returns = new WeakMap<ts.Node, readonly ts.Expression[]>();

/** The expressions a function may return, nested functions left out. */
export function returnedExpressions(fn: FunctionNode): readonly ts.Expression[] {
  const known = returns.get(bodyOf(fn));
  if (known !== undefined) return known;
  const found = ts.isArrowFunction(fn) && !ts.isBlock(fn.body) ? [fn.body] : returnsIn(fn.body);
  returns.set(bodyOf(fn), found);
  return found;
}

/** The method, accessor or field that a class gives a name, looked up through what it extends in the slice. */
export function memberOf(
  declaration: ts.ClassLikeDeclaration,
  name: string,
  isStatic: boolean,
  baseOf: (declaration: ts.ClassLikeDeclaration) => ts.ClassLikeDeclaration | undefined,
): ts.ClassElement | ts.ParameterDeclaration | undefined {
  const seen = new Set<ts.ClassLikeDeclaration>();
  for (let at: ts.ClassLikeDeclaration | undefined = declaration; at !== undefined && !seen.has(at); at = baseOf(at)) {
    seen.add(at);
    const member = ownMember(at, name, isStatic);
    if (member !== undefined) return member;
  }
  return undefined;
}

function ownMember(
  declaration: ts.ClassLikeDeclaration,
  name: string,
  isStatic: boolean,
): ts.ClassElement | ts.ParameterDeclaration | undefined {
  const own = declaration.members.find(
    (member) =>
      nameText(member.name) === name &&
      isStatic === isStaticMember(member) &&
      // An overload or an abstract member says nothing about what runs.
      (!ts.isMethodDeclaration(member) || member.body !== undefined),
  );
  if (own !== undefined || isStatic) return own;
  return constructorOf(declaration)?.parameters.find(
    (parameter) => ts.isParameterPropertyDeclaration(parameter, parameter.parent) && nameText(parameter.name) === name,
  );
}

export function constructorOf(declaration: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return declaration.members.find(
    (member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
}

function isStaticMember(member: ts.ClassElement): boolean {
  return (
    ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some((m) => m.kind === ts.SyntaxKind.StaticKeyword)
  );
}

export function nameText(name: ts.Node | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
  if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
}
