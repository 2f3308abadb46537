import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import { contains } from '../recognize/contains.ts';
import { isFunctionNode, returnedExpressions } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { FunctionNode } from '../recognize/value.ts';
import { handleName, outermost } from './handle-name.ts';

/** A function that returns the handle, alone or as a part of something. */
export function handsOut(knowledge: Knowledge, fn: FunctionNode, begin: ts.Node): boolean {
  const name = handleName(begin);
  return returnedExpressions(fn)
    .flatMap((returned) => [returned, ...initialValue(knowledge, returned, fn)])
    .some((returned) => isPartOf(outermost(begin), returned) || mentions(knowledge, returned, name));
}

/** `const wrapped = { commit: () => txn.commit() }; return wrapped;` */
function initialValue({ checker }: Knowledge, node: ts.Expression, fn: FunctionNode): readonly ts.Expression[] {
  if (!ts.isIdentifier(node)) return [];
  const declaration = checker.getSymbolAtLocation(node)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return [];
  return declaration.initializer === undefined || !contains(fn, declaration) ? [] : [declaration.initializer];
}

/** It is the expression, or goes into it as it is. */
function isPartOf(node: ts.Node, whole: ts.Node): boolean {
  let at = node;
  while (at !== whole && contains(whole, at) && !isUse(at.parent)) at = at.parent;
  return at === whole;
}

function isUse(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
}

/** Whether the handle goes into an expression as it is, or in a function that works on it. */
export function mentions({ checker }: Knowledge, expression: ts.Node, name: ts.Identifier | undefined): boolean {
  if (name === undefined) return false;
  const symbol = checker.getSymbolAtLocation(name);
  const isHandle = (node: ts.Identifier): boolean => node.text === name.text && symbolOf(checker, node) === symbol;
  const stack: ts.Node[] = [expression];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isFunctionNode(node)) {
      // Whoever gets a function that is no callback gets the handle that it works on.
      if (!isCallback(node) && someNode(node, (at) => ts.isIdentifier(at) && isHandle(at))) return true;
      continue;
    }
    if (ts.isIdentifier(node) && isValue(node) && isHandle(node)) return true;
    ts.forEachChild(node, (child) => void stack.push(child));
  }
  return false;
}

function isCallback(fn: FunctionNode): boolean {
  return isUse(fn.parent) || ts.isNewExpression(fn.parent);
}

function symbolOf(checker: Knowledge['checker'], node: ts.Identifier): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** The handle itself, and not what one of its methods or a function that is given it returns. */
function isValue({ parent }: ts.Identifier): boolean {
  return !isUse(parent);
}
