import ts from '../typescript.ts';
import { isPut, PUTS } from '../flow/kept-names.ts';
import { promiseJoin } from '../flow/expressions/promise-join.ts';
import { eachNode, nodesIn } from '../program/nodes-in.ts';
import { nameOf } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode, nameText } from '../recognize/function-node.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { isMention } from '../recognize/mention.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import { isTagged } from '../recognize/tags-of-call.ts';
import type { FunctionNode } from '../recognize/value.ts';
import { blockAround, chainAround, isLinked } from './detached.ts';
import { isOwn } from './held-promises.ts';

/**
 * The whole expression around a call whose promise is only put into a collection, `pending.add(send(…).catch(log))`, that
 * no function on the way to the call waits for. A collection that others may see is out of sight.
 */
export function parkedWork(knowledge: Knowledge, call: AnyCall, env: Env | undefined): ts.Expression | undefined {
  const work = chainAround(call);
  const put = putOf(work);
  const list = put === undefined ? undefined : listOf(knowledge, put, env);
  if (list === undefined) return undefined;
  const waits = waitsFor(knowledge, list);
  return waits !== undefined && !isReached(knowledge, waits, waysTo(call, env)) ? work : undefined;
}

/** The call that puts a promise into something, where nothing else is done with it than that and to forget it. */
function putOf(work: ts.Expression): ts.CallExpression | undefined {
  const { parent } = work;
  if (!ts.isVariableDeclaration(parent)) return isPutOnly(parent, work) ? parent : undefined;
  if (parent.initializer !== work || !ts.isIdentifier(parent.name)) return undefined;
  const { text } = parent.name;
  const uses = nodesIn(blockAround(parent), ts.isIdentifier).filter((at) => at.text === text && at !== parent.name);
  const [put, ...others] = uses.flatMap((use) => (isPutOnly(use.parent, use) ? [use.parent] : []));
  const isKept = uses.every((use) => isPutOnly(use.parent, use) || isForgotten(use) || isWatched(use));
  return isKept && others.length === 0 ? put : undefined;
}

function isPutOnly(call: ts.Node, work: ts.Expression): call is ts.CallExpression {
  return isPut(call, work) && ts.isExpressionStatement(call.parent);
}

/** `pending.delete(job)` */
function isForgotten({ parent: call }: ts.Expression): boolean {
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'delete'
  );
}

/** `job.finally(() => pending.delete(job))` */
function isWatched(use: ts.Expression): boolean {
  if (!isLinked(use)) return false;
  const { parent } = chainAround(use);
  return ts.isExpressionStatement(parent) || ts.isVoidExpression(parent);
}

const HARMLESS: ReadonlySet<string> = new Set([...PUTS, 'delete', 'clear', 'has', 'length', 'size']);

/** The collection of a put: one that outlives the function and is seen in its own file only. */
function listOf(knowledge: Knowledge, put: ts.CallExpression, env: Env | undefined): ts.Symbol | undefined {
  const receiver = receiverOf(put);
  if (receiver === undefined || !isTagged(knowledge, put, env, 'fill')) return undefined;
  const node = stripExpression(receiver);
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = knowledge.checker.getSymbolAtLocation(name);
  const [declaration, ...others] = symbol?.declarations ?? [];
  if (declaration === undefined || others.length > 0) return undefined;
  return isOwn(declaration) && enclosingFunction(declaration) !== enclosingFunction(put) ? symbol : undefined;
}

/** Where somebody waits for what a collection holds; undefined where it is handed on. */
function waitsFor(knowledge: Knowledge, list: ts.Symbol): readonly ts.Node[] | undefined {
  const [declaration] = list.declarations ?? [];
  if (declaration === undefined) return undefined;
  const isShorthand = (node: ts.Node): boolean =>
    ts.isShorthandPropertyAssignment(node) && node.name.text === list.name;
  const mentions: ts.Node[] = [];
  knowledge.consulted.noteFile(declaration.getSourceFile());
  eachNode(declaration.getSourceFile(), (node) => {
    if (node.parent === declaration) return;
    if (isShorthand(node) || (isMention(knowledge, node, list) && !isHarmless(node))) mentions.push(node);
  });
  return mentions.every(isWaited) ? mentions : undefined;
}

function isHarmless({ parent }: ts.Node): boolean {
  return ts.isPropertyAccessExpression(parent) && HARMLESS.has(parent.name.text);
}

/** `Promise.all(pending)`, `Promise.allSettled([...pending])`, `for (const job of pending) await job`. */
function isWaited(mention: ts.Node): boolean {
  for (let at = mention; !isFunctionNode(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isCallExpression(at) && promiseJoin(at) !== undefined) return true;
    if (ts.isForOfStatement(at.parent) && at.parent.expression === at) return true;
  }
  return false;
}

/** The functions that lead to a call, and those that a loop among them stands in. */
function waysTo(call: AnyCall, env: Env | undefined): ReadonlySet<ts.Node> {
  const ways: (ts.Node | undefined)[] = [enclosingFunction(call)];
  for (let at = env; at !== undefined; at = at.caller)
    ways.push(isFunctionNode(at.fn) ? at.fn : enclosingFunction(at.fn));
  return new Set(ways.filter((fn) => fn !== undefined));
}

/** Whether one of the functions waits, by itself or through calls: told by names, so that it is rather one too many. */
function isReached({ consulted }: Knowledge, waits: readonly ts.Node[], ways: ReadonlySet<ts.Node>): boolean {
  const files = new Set([...ways, ...waits].map((node) => node.getSourceFile()));
  files.forEach(consulted.noteFile);
  const calls = [...files].flatMap((file) => nodesIn(file, ts.isCallExpression));
  const names = new Set<string>();
  const pending = [...waits];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const around = namedAround(at, ways);
    if (around === 'reached') return true;
    if (around === undefined || names.has(around)) continue;
    names.add(around);
    pending.push(...calls.filter(({ expression }) => lastName(expression) === around));
  }
  return false;
}

/** The name by which others run what a node stands in: a function without one runs where it stands. */
function namedAround(node: ts.Node, ways: ReadonlySet<ts.Node>): string | undefined {
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    if (ways.has(fn)) return 'reached';
    const name = nameOfFunction(fn);
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameOfFunction(fn: FunctionNode): string | undefined {
  const { parent } = fn;
  const named = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return nameText(fn.name) ?? (named ? nameText(parent.name) : undefined);
}

function lastName(callee: ts.Expression): string {
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : nameOf(callee);
}
