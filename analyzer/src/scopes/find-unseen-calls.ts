import ts from '../typescript.ts';
import type { UnseenCall } from '../facts/delivery.ts';
import { comparePlaces } from '../facts/place.ts';
import { callName } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { provenanceOf } from '../recognize/stability.ts';
import { stripExpression } from '../recognize/strip.ts';
import { declarationsOf } from '../recognize/typed-value.ts';
import type { Ref } from '../recognize/value.ts';
import type { UnitGraph } from '../summaries/unit-graph.ts';
import { moduleBehind } from './module-behind.ts';

/** The calls of a unit that nothing is known of, and that get a handle of Kafka's or data of the message. */
export function findUnseenCalls(knowledge: Knowledge, graph: UnitGraph): readonly UnseenCall[] {
  const found = new Map<ts.Node, UnseenCall>();
  for (const { kind, node, env } of graph.steps) {
    if ((kind !== 'opaque' && kind !== 'control') || !ts.isCallExpression(node) || found.has(node)) continue;
    const unseen = unseenAt(knowledge, node, env);
    if (unseen !== undefined) found.set(node, unseen);
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

function unseenAt(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): UnseenCall | undefined {
  const { library, functions } = knowledge.calleesOf(call, env);
  if (library.length > 0 || functions.length > 0) return undefined;
  const from = moduleBehind(knowledge, call.expression);
  if (from === undefined && isMethodOfData(knowledge, call, env)) return undefined;
  const gets = handed(knowledge, call, env);
  if (gets.length === 0) return undefined;
  const place = knowledge.slice.placeOf(call.expression);
  return { place, label: callName(call), gets, ...(from === undefined ? {} : { from }) };
}

/** The language's own: what is parsed from a message has no type that would tell. */
const OWN_METHODS = new Set([
  ...Object.getOwnPropertyNames(Array.prototype),
  ...Object.getOwnPropertyNames(String.prototype),
]);

/** `order.items.filter(…)` on parsed JSON, or another method of the message's own data. */
function isMethodOfData(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): boolean {
  const callee = stripExpression(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (OWN_METHODS.has(callee.name.text)) return true;
  const { stability, message } = provenanceOf(knowledge, { node: callee.expression, env });
  return message || stability !== 'unknown';
}

function handed(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): UnseenCall['gets'] {
  const refs = call.arguments.flatMap((node): Ref[] => (isFunctionNode(node) ? [] : [{ node, env }]));
  const kafka = refs.some((ref) => isHandle(knowledge, ref));
  const message = refs.some((ref) => provenanceOf(knowledge, ref).message);
  return [...(kafka ? (['kafka'] as const) : []), ...(message ? (['message'] as const) : [])];
}

/** A producer, a consumer or a transaction: an object of a Kafka library that is not the message. */
function isHandle(knowledge: Knowledge, ref: Ref): boolean {
  return knowledge.valuesOf(ref).some((value) => {
    if (value.kind !== 'library' || value.message) return false;
    const [declaration] = declarationsOf(value.type);
    return declaration !== undefined && knowledge.slice.stubOf(declaration.getSourceFile())?.role === 'kafka';
  });
}
