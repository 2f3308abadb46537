import ts from '../../typescript.ts';
import type { Env } from '../../recognize/env.ts';
import type { AnyCall, Knowledge } from '../../recognize/knowledge.ts';
import { loopAround } from '../../recognize/loop-around.ts';
import { receiverOf } from '../../recognize/path-refs.ts';
import { enclosingFunction } from '../../recognize/source-index.ts';
import { isTagged } from '../../recognize/tags-of-call.ts';

/**
 * Whether a call on an object that is made elsewhere is started again before it is over: for each element of a
 * collection at once, beside another one in `Promise.all`, or collected in a loop.
 */
export function runsConcurrently(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  return perElement(knowledge, call, env) || besideAnother(knowledge, call, env) || isCollected(knowledge, call, env);
}

/** `messages.map((message) => transaction.addOffset(message))`; a fold hands one promise on to the next. */
function perElement(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  const fn = enclosingFunction(call);
  const holder = fn?.parent;
  if (fn === undefined || holder === undefined || !ts.isCallExpression(holder)) return false;
  const isFold = fn.parameters.length > 1 && /^reduce/.test(methodName(holder));
  const members = knowledge.calleesOf(holder, env?.closure).library;
  const each = members.some(
    ({ stub, tags }) =>
      stub.role === 'platform' &&
      stub.packageName === '' &&
      tags.some(({ verb, words }) => verb === 'calls' && words.includes('each')),
  );
  return each && !isFold && !isMadeInside(knowledge, call, env, fn);
}

function methodName({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/** Each turn has an object of its own. */
function isMadeInside(knowledge: Knowledge, call: AnyCall, env: Env | undefined, fn: ts.Node): boolean {
  const receiver = receiverOf(call);
  const values = receiver === undefined ? [] : knowledge.valuesOf({ node: receiver, env });
  return values.some(
    (value) => value.kind !== 'library' || ts.findAncestor(value.origin, (node) => node === fn) !== undefined,
  );
}

/** Another call of the same member on the same object stands in the same list of `Promise.all`. */
function besideAnother(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  const list = call.parent;
  if (!ts.isArrayLiteralExpression(list) || !ts.isCallExpression(list.parent)) return false;
  const joins = isTagged(knowledge, list.parent, env, 'join');
  const alike = list.elements.filter((element) => ts.isCallExpression(element) && sameCallee(element, call));
  return joins && alike[0] === call && alike.length > 1;
}

function sameCallee(element: ts.CallExpression, call: AnyCall): boolean {
  return !ts.isTaggedTemplateExpression(call) && element.expression.getText() === call.expression.getText();
}

/** `pending.push(transaction.addOffset(message))` in a loop that the object is made before. */
function isCollected(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  const { parent } = call;
  if (!ts.isCallExpression(parent) || methodName(parent) !== 'push') return false;
  const loop = loopAround(parent);
  return loop !== undefined && !isMadeInside(knowledge, call, env, loop);
}
