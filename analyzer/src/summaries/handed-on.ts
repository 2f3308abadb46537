import ts from '../typescript.ts';
import { promiseLink } from '../flow/expressions/promise-chain.ts';
import { someNode } from '../program/nodes-in.ts';
import { returnedExpressions } from '../recognize/function-node.ts';
import { initialOf } from '../recognize/initial-value.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { FunctionNode, FunctionValue } from '../recognize/value.ts';

/** The call whose answer a return gives as it is: `return await save()`, `const saved = await save(); return saved`. */
export function handedOnBy(knowledge: Knowledge, returned: ts.Expression): ts.CallExpression | undefined {
  const node = initialOf(knowledge, stripExpression(returned));
  return ts.isCallExpression(node) ? node : undefined;
}

/** The calls whose answers a function gives as they are. */
export function handedOn(knowledge: Knowledge, fn: FunctionNode): readonly ts.CallExpression[] {
  return returnedExpressions(fn).flatMap((value) => handedOnBy(knowledge, value) ?? []);
}

const DEPTH = 4;

/** A function with those whose answers it gives, each once. */
export function answeringWith(knowledge: Knowledge, fn: FunctionNode, depth = DEPTH): readonly FunctionNode[] {
  if (depth === 0) return [fn];
  const others = handedOn(knowledge, fn).flatMap((node) => answerersOf(knowledge, node));
  return [...new Set([fn, ...others.flatMap((other) => answeringWith(knowledge, other.fn, depth - 1))])];
}

/** Who gives the answer of a call: what it calls, or the handlers of the chain of promises that it ends. */
function answerersOf(knowledge: Knowledge, call: ts.CallExpression): readonly FunctionValue[] {
  const link = promiseLink(call);
  if (link === undefined) return knowledge.calleesOf(call, undefined).functions;
  const handlers = [link.onFulfilled, link.onRejected].flatMap((node) =>
    node === undefined ? [] : knowledge.valuesOf({ node, env: undefined }),
  );
  const before = stripExpression(link.method.expression);
  const passes = link.onFulfilled === undefined && ts.isCallExpression(before);
  return [...handlers.filter((value) => value.kind === 'function'), ...(passes ? answerersOf(knowledge, before) : [])];
}

/** Whether what a function answers may be what it is because something failed. */
export function mayCatch(knowledge: Knowledge, answering: FunctionNode): boolean {
  return answeringWith(knowledge, answering).some(
    ({ body }) => body !== undefined && someNode(body, (node) => ts.isCatchClause(node) || isRescue(node)),
  );
}

/** `save().catch(f)`, `save().then(f, g)`. */
export function isRescue(node: ts.Node): boolean {
  return ts.isCallExpression(node) && promiseLink(node)?.onRejected !== undefined;
}
