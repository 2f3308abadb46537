import ts from '../../typescript.ts';
import { someNode } from '../../program/nodes-in.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { enclosingFunction } from '../../recognize/source-index.ts';
import { stripExpression } from '../../recognize/strip.ts';
import { isStarted, type Starts } from './starts.ts';
import { waysUp } from '../ways-up.ts';

/** The local variable that alone holds what a call makes. */
function localOf(call: ts.Node): ts.Identifier | undefined {
  let at: ts.Node = call;
  while (ts.isAwaitExpression(at.parent) || ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const holder = at.parent;
  const isLocal = ts.isVariableDeclaration(holder) && enclosingFunction(holder) !== undefined;
  return isLocal && ts.isIdentifier(holder.name) ? holder.name : undefined;
}

/** Made, and disconnected or closed, in one call of a function. */
export function isClosedInCall({ checker, index }: Knowledge, call: ts.Node): boolean {
  const name = localOf(call);
  const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  if (symbol === undefined) return false;
  return ['disconnect', 'close'].some((method) => index.methodCallsOn(symbol, method).length > 0);
}

/** The handler, route or timer for each run of which a call makes another producer. */
export function madeFor(knowledge: Knowledge, call: ts.Node, starts: Starts): ts.Node | undefined {
  if (localOf(call) === undefined || isKept(knowledge, call)) return undefined;
  const started = waysUp(knowledge, call).find(({ fn }) => isStarted(starts, fn));
  if (started === undefined) return undefined;
  const { parent } = started.fn;
  return ts.isCallExpression(parent) ? parent : started.fn;
}

/** Put aside for the next run: assigned to something that lives longer, or put into a collection. */
function isKept({ checker }: Knowledge, call: ts.Node): boolean {
  const name = localOf(call);
  const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  const fn = enclosingFunction(call);
  if (name === undefined || fn === undefined) return false;
  const isIt = (node: ts.Expression): boolean => {
    const at = stripExpression(node);
    return ts.isIdentifier(at) && checker.getSymbolAtLocation(at) === symbol;
  };
  return someNode(fn, (node) => {
    if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.EqualsToken && isIt(node.right);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    return KEEPING.has(node.expression.name.text) && node.arguments.some(isIt);
  });
}

const KEEPING = new Set(['set', 'push', 'add']);
