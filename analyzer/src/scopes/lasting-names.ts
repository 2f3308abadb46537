import ts from '../typescript.ts';
import type { EffectIdentity } from '../facts/effect.ts';
import { parentOf } from '../program/parent-of.ts';
import { calleeNode } from '../recognize/call-name.ts';
import { isFunctionNode, nameText } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';

/**
 * The functions and classes around a node, outermost first: `PaymentConsumer.start.eachMessage`. Only names that more
 * than their own function knows: a local may be renamed without anything else being different.
 */
export function symbolPath(node: ts.Node): string {
  const names: string[] = [];
  for (let at: ts.Node | undefined = node; at !== undefined; at = parentOf(at)) {
    const name = isFunctionNode(at) || ts.isClassLike(at) || isNamespace(at) ? lastingNameOf(at) : undefined;
    if (name !== undefined) names.unshift(name);
  }
  return names.join('.');
}

function isNamespace(node: ts.Node): node is ts.ModuleDeclaration {
  return ts.isModuleDeclaration(node);
}

function lastingNameOf(
  node: ts.SignatureDeclaration | ts.ClassLikeDeclaration | ts.ModuleDeclaration,
): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const own = 'name' in node ? nameText(node.name) : undefined;
  if (ts.isObjectLiteralExpression(node.parent)) return joined(holderName(node.parent), own);
  if (ts.isClassElement(node)) return own;
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isModuleDeclaration(node)) {
    return enclosingFunction(node) === undefined ? own : undefined;
  }
  return holderName(node);
}

/** What holds a value for others to see: a variable of the file, a property, a field. */
function holderName(node: ts.Node): string | undefined {
  let at: ts.Node = node;
  while (isWrapper(at.parent)) at = at.parent;
  const holder = at.parent;
  if (ts.isPropertyAssignment(holder)) return joined(holderName(holder.parent), nameText(holder.name));
  if (ts.isPropertyDeclaration(holder)) return nameText(holder.name);
  if (ts.isVariableDeclaration(holder) && enclosingFunction(holder) === undefined) return nameText(holder.name);
  if (ts.isBinaryExpression(holder) && ts.isPropertyAccessExpression(holder.left)) return holder.left.name.text;
  return undefined;
}

function isWrapper(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  );
}

function joined(...names: readonly (string | undefined)[]): string | undefined {
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? undefined : known.join('.');
}

/** The identity of a send: from which producer or transaction it goes out is what may change. */
export function produceIdentity(node: ts.Node, label: string, topics: readonly string[]): EffectIdentity {
  const name = label.slice(label.lastIndexOf('.') + 1);
  const resource = topics.length === 0 ? {} : { resource: topics.join(', ') };
  return { name, within: symbolPath(node), ...resource };
}

/** The identity of an effect; a receiver that only its own function knows is left out of the names. */
export function effectIdentity(
  knowledge: Knowledge,
  node: ts.Node,
  label: string,
  resource: string | undefined,
): EffectIdentity {
  const local = localRoot(knowledge, node);
  const named = resource === undefined || resource === local ? {} : { resource };
  return { name: local === undefined ? label : without(label, local), within: symbolPath(node), ...named };
}

function without(label: string, root: string): string {
  if (!label.startsWith(root)) return label;
  const rest = label.slice(root.length);
  return /^[.[(]/.test(rest) ? rest.replace(/^\.|^\[…\]\.?/, '') : label;
}

/** The local variable or parameter that a call goes out from. */
function localRoot({ checker }: Knowledge, node: ts.Node): string | undefined {
  const callee = calleeNode(node);
  if (!ts.isExpression(callee)) return undefined;
  const root = rootOf(callee);
  if (!ts.isIdentifier(root) || root === callee) return undefined;
  const declarations = checker.getSymbolAtLocation(root)?.declarations ?? [];
  return declarations.some((declaration) => enclosingFunction(declaration) !== undefined) ? root.text : undefined;
}

function rootOf(node: ts.Expression): ts.Expression {
  const at = stripExpression(node);
  if (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at) || ts.isCallExpression(at))
    return rootOf(at.expression);
  return at;
}
