import ts from '../typescript.ts';
import { isAsync } from '../recognize/async-function.ts';
import { settlesPromise } from '../flow/settles-promise.ts';
import type { FlowGraph, FlowNode, NodeId } from '../flow/flow-graph.ts';
import { sourceOf } from '../flow/source-of.ts';
import { waiterFor } from '../recognize/awaited-by.ts';
import { chainedCalls } from '../recognize/chained-calls.ts';
import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { mayMatter } from '../recognize/meanings-of.ts';
import { reachesFrom } from './steps-from.ts';
import type { Step, StepId } from './unit-graph.ts';

/** The whole expression around a call, when nobody waits for what it gives: `void send(…).catch(log)`. */
function droppedExpression(call: ts.Expression): ts.Expression | undefined {
  const at = chainAround(call);
  const { parent } = at;
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return settlesPromise(at) ? undefined : at;
  return isUnusedVariable(at, parent) ? at : undefined;
}

/** A call with the links of the chain of promises that it heads. */
export function chainAround(call: ts.Expression): ts.Expression {
  const { parent } = call;
  return isAround(call, parent) ? chainAround(parent) : call;
}

/** The same for a call that something may be built onto before it runs: `db.insert(orders).values(row).catch(log)`. */
export function droppedWork(knowledge: Knowledge, call: AnyCall, env: Env | undefined): ts.Expression | undefined {
  const direct = droppedExpression(call) ?? awaitedInVain(knowledge, call, env);
  if (direct !== undefined) return direct;
  // Most calls are waited for, and that can be seen without asking what they call.
  const links = [...chainedCalls(call)];
  const last = links.findIndex((link) => droppedExpression(link) !== undefined);
  const link = links[last];
  if (link === undefined) return undefined;
  const ofLibrary = (each: AnyCall): readonly LibraryCall[] => knowledge.calleesOf(each, env).library;
  const isBuiltOn = links.slice(0, last + 1).every((each) => ofLibrary(each).length > 0);
  return isBuiltOn && mayMatter(call, ofLibrary(call)) ? droppedExpression(link) : undefined;
}

/** `await client.emit(…)` as a statement, where what the call gives is no promise. */
export function awaitedInVain(knowledge: Knowledge, call: AnyCall, env: Env | undefined): ts.Expression | undefined {
  const isAwaited = ts.isAwaitExpression(call.parent) && ts.isExpressionStatement(call.parent.parent);
  return isAwaited && waiterFor(knowledge, call, env) !== undefined ? call : undefined;
}

/** Parentheses, and the links of a chain of promises: a value passes through them. */
function isAround(node: ts.Node, parent: ts.Node): parent is ts.Expression {
  if (ts.isParenthesizedExpression(parent)) return true;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node && LINKS.has(parent.name.text);
  return ts.isCallExpression(parent) && parent.expression === node && ts.isPropertyAccessExpression(node);
}

/** Those of a promise, and of a stream that begins by itself. */
const LINKS = new Set(['then', 'catch', 'finally', 'pipe', 'subscribe']);

/** `const pending = send(…)`, and nothing else speaks of it. */
function isUnusedVariable(node: ts.Node, parent: ts.Node): boolean {
  if (!ts.isVariableDeclaration(parent) || parent.initializer !== node || !ts.isIdentifier(parent.name)) return false;
  const { text } = parent.name;
  let uses = 0;
  const visit = (at: ts.Node): void => {
    if (ts.isIdentifier(at) && at.text === text) uses += 1;
    ts.forEachChild(at, visit);
  };
  visit(blockAround(parent));
  return uses === 1;
}

export function blockAround(node: ts.Node): ts.Node {
  let at = node;
  while (!ts.isBlock(at) && !ts.isSourceFile(at)) at = at.parent;
  return at;
}

/** Whether a call gives a promise, or a stream that somebody has to wait for, as far as its type tells. */
export function givesPromise(knowledge: Knowledge, call: ts.Expression, env: Env | undefined): boolean {
  const { checker } = knowledge;
  if (isWatched(knowledge, call, env)) return true;
  const type = checker.getTypeAtLocation(call);
  // `handle: (message) => void` may be given an async function all the same.
  if (isVoid(type))
    return (
      ts.isCallExpression(call) && asyncResults(knowledge, call, env).some((result) => isAwaitable(checker, result))
    );
  if (!isAny(type)) return isAwaitable(checker, type);
  // An untyped receiver has no other method of this name, and a callback that waits is what nobody waits for.
  if (ts.isCallExpression(call) && calledName(call) === 'forEach') return call.arguments.some(isAsync);
  const declared = ts.isCallExpression(call) ? declaredResults(knowledge, call, env) : [];
  return declared.length === 0 || declared.some((result) => isAwaitable(checker, result));
}

/** `client.emit(…).subscribe(…)`: what sends by itself is watched, and nobody waits for it. */
function isWatched(knowledge: Knowledge, call: ts.Expression, env: Env | undefined): boolean {
  if (!ts.isCallExpression(call) || calledName(call) !== 'subscribe') return false;
  const watched = ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined;
  return watched !== undefined && ts.isCallExpression(watched) && waiterFor(knowledge, watched, env) !== undefined;
}

function calledName({ expression }: ts.CallExpression): string | undefined {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
}

function asyncResults(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): readonly ts.Type[] {
  return knowledge.calleesOf(call, env).functions.flatMap(({ fn }) => (isAsync(fn) ? resultOf(knowledge, fn) : []));
}

function isVoid({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Void) !== 0;
}

function isAny({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Any) !== 0;
}

function isAwaitable(checker: Knowledge['checker'], type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => {
    const has = (member: string): boolean => checker.getPropertyOfType(part, member) !== undefined;
    return has('then') || (has('pipe') && has('subscribe'));
  });
}

/** An untyped callee may be a library's or a function in sight all the same, and then that says what it gives. */
function declaredResults(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): readonly ts.Type[] {
  const { library, functions } = knowledge.calleesOf(call, env);
  if (functions.length > 0) {
    const results = functions.flatMap(({ fn }) => resultOf(knowledge, fn));
    return results.some(isAny) ? [] : results;
  }
  return library.flatMap(({ declaration }) => resultOf(knowledge, declaration));
}

function resultOf({ checker }: Knowledge, declaration: ts.Node): readonly ts.Type[] {
  const signature = ts.isFunctionLike(declaration) ? checker.getSignatureFromDeclaration(declaration) : undefined;
  return signature === undefined ? [] : [signature.getReturnType()];
}

/** Whether a promise's rejection is handled in the chain that it stands in. */
export function isLinked(call: ts.Node): boolean {
  const { parent } = call;
  return ts.isPropertyAccessExpression(parent) && parent.expression === call && LINKS.has(parent.name.text);
}

/** The node behind a dropped expression, for a caller that does not wait. */
export function nodeBehind({ nodes }: FlowGraph, from: FlowNode, dropped: ts.Expression): NodeId | undefined {
  let at: FlowNode | undefined = from;
  while (at !== undefined && belongsTo(at, dropped)) {
    if (!('next' in at) || typeof at.next !== 'number') return undefined;
    at = nodes[at.next];
  }
  return at?.id;
}

/** Whether a node is a part of an expression; nested functions have graphs of their own. */
export function belongsTo(node: FlowNode, expression: ts.Expression): boolean {
  const source = sourceOf(node);
  return source !== undefined && expression.pos <= source.pos && source.end <= expression.end;
}

/** Whether anything happens between a step and the end of detached work. */
export function isBearing(steps: readonly Step[], from: StepId, settled: StepId): boolean {
  return reachesFrom({ steps }, { from, until: new Set([settled]) }, ({ kind }) => BEARING.has(kind));
}

const BEARING: ReadonlySet<Step['kind']> = new Set(['write', 'produce', 'control', 'container', 'read']);
