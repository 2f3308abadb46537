import ts from '../typescript.ts';
import type { Completion } from '../flow/flow-graph.ts';
import { settlesPromise } from '../flow/settles-promise.ts';
import { nodesIn } from '../program/nodes-in.ts';
import { contains } from '../recognize/contains.ts';
import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import type { Meaning } from '../recognize/meaning.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import type { FunctionValue, Ref } from '../recognize/value.ts';
import { givesPromise } from './detached.ts';

interface Site {
  readonly call: AnyCall;
  readonly env: Env | undefined;
  readonly completion: Completion;
}

/**
 * Who learns of the end of a call that is given a callback: nobody but the callback (`left`), as in
 * `transport.sendMail(mail, (error) => log(error))`, or somebody further out who may wait for it (`led-on`), which is so
 * wherever the callback calls what it was given itself. Undefined where the call is another one.
 */
export function endOfCallback(
  knowledge: Knowledge,
  { call, env, completion }: Site,
  meanings: readonly Meaning[],
): 'left' | 'led-on' | undefined {
  if (!ts.isCallExpression(call) || settlesPromise(call)) return undefined;
  const callbacks = meanings.flatMap((m) => (m.kind === 'calls' && m.mode === 'later' ? m.callbacks : []));
  const known = callbacks.filter((ref) => knowledge.valuesOf(ref).some(({ kind }) => kind === 'function'));
  const isDirect = meanings.some(({ kind }) => kind !== 'calls');
  const leading: Leading = { knowledge, signals: isDirect ? SIGNALS : NO_SIGNALS };
  if (callbacks.some((ref) => mayBeAwaited(leading, ref, DEPTH))) return known.length > 0 ? 'led-on' : undefined;
  // What has other ways to be waited for, such as the events of a request, is kept in a variable.
  const isKept = completion !== 'floating' && !givesNothing(knowledge, call);
  const isLeft = isDirect && known.length > 0 && !isKept && !givesPromise(knowledge, call, env);
  return isLeft ? 'left' : undefined;
}

function givesNothing({ checker }: Knowledge, call: ts.CallExpression): boolean {
  return (checker.getTypeAtLocation(call).flags & ts.TypeFlags.Void) !== 0;
}

/** So many functions that call one another back. */
const DEPTH = 4;

interface Leading {
  readonly knowledge: Knowledge;
  readonly signals: ReadonlySet<string>;
}

function mayBeAwaited(leading: Leading, ref: Ref, depth: number): boolean {
  const { knowledge } = leading;
  const functions = knowledge.valuesOf(ref).filter((value) => value.kind === 'function');
  if (functions.length === 0 || depth === 0) return true;
  return functions.some((fn) => settlesPromise(ref.node) || leadsOn(leading, fn, depth));
}

/** Whether a callback calls, or hands on, a function that it was given from further out. */
function leadsOn(leading: Leading, { fn, closure }: FunctionValue, depth: number): boolean {
  const { knowledge, signals } = leading;
  if (ts.isExpression(fn) && settlesPromise(fn)) return true;
  return nodesIn(fn, ts.isCallExpression).some(({ expression: callee, arguments: given }) => {
    if (ts.isPropertyAccessExpression(callee) && signals.has(callee.name.text)) return true;
    const handed = given.filter((node) => ts.isIdentifier(node) && isCallable(knowledge, node));
    return [callee, ...handed].some((node) => {
      if (isGiven(knowledge, node, fn)) return mayBeAwaited(leading, { node, env: closure }, depth - 1);
      const known = depth > 0 ? knowledge.valuesOf({ node, env: closure }) : [];
      return known.some((value) => value.kind === 'function' && leadsOn(leading, value, depth - 1));
    });
  });
}

/** Members by which somebody is told who may wait. */
const SIGNALS: ReadonlySet<string> = new Set(['resolve', 'reject', 'emit', 'done', 'next', 'callback', 'cb']);

const NO_SIGNALS: ReadonlySet<string> = new Set();

/** A parameter from further out, or a variable that is no function's own name. */
function isGiven(knowledge: Knowledge, name: ts.Expression, fn: ts.Node): boolean {
  if (!ts.isIdentifier(name)) return false;
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  if (declaration === undefined || contains(fn, declaration)) return false;
  if (ts.isParameter(declaration) || ts.isBindingElement(declaration)) return true;
  return ts.isVariableDeclaration(declaration) && (declaration.parent.flags & ts.NodeFlags.Const) === 0;
}

function isCallable({ checker }: Knowledge, name: ts.Identifier): boolean {
  const type = checker.getTypeAtLocation(name);
  return type.getCallSignatures().length > 0 || ((type.flags & ts.TypeFlags.Any) !== 0 && CALLED.test(name.text));
}

const CALLED = /^(cb|callback|done|next|fn|resolve|reject)$/i;
