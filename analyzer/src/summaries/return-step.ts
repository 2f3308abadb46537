import ts from '../typescript.ts';
import { promiseLink } from '../flow/expressions/promise-chain.ts';
import { isCaught } from '../recognize/caught-name.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { AnyCall } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import { askedOf } from './asked-of.ts';
import type { Builder } from './builder.ts';
import { chainEnd, rescuersOf } from './chain-answer.ts';
import type { Frame } from './frame.ts';
import { handedOn, handedOnBy } from './handed-on.ts';
import { isInert } from './inert.ts';
import type { Question } from './questions.ts';
import type { StepId } from './unit-graph.ts';

/** A return remembers what the caller asks of the result. */
export function returnStep(builder: Builder, frame: Frame, value: ts.Expression | undefined): StepId {
  const { next, questions = [] } = frame.to;
  // Behind a call whose answer is returned as it is, that has been told already.
  const call = value === undefined ? undefined : handedOnBy(builder.knowledge, value);
  const isPassed = call !== undefined && questionsPassed(builder, frame, call).length > 0;
  const told = (isPassed ? [] : questions).reduceRight((to, { slot, truthOf }) => {
    const truth = value === undefined ? undefined : truthOf(value);
    return builder.add(value ?? frame.graph.owner, frame.env, { kind: 'result', slot, value: truth, next: to }, slot);
  }, next);
  return truthStep(builder, frame, value, told);
}

/** `await save().catch(() => undefined)`: of what is given when nothing fails, nothing is known. */
export function unanswered(builder: Builder, frame: Frame, call: AnyCall, next: StepId): StepId {
  const { env } = frame;
  const rescuers = rescuersOf(call);
  const end = rescuers.length === 0 ? undefined : chainEnd(call);
  if (end === undefined) return next;
  const { knowledge } = builder;
  const functions = rescuers.flatMap((node) => knowledge.valuesOf({ node, env }));
  const slots = functions.flatMap((value) => {
    if (value.kind !== 'function') return [];
    const { slot, questions = [] } = askedOf(knowledge, end, env, value.fn);
    return [...(slot === undefined ? [] : [slot]), ...questions.map((question) => question.slot)];
  });
  const isEntered = knowledge.calleesOf(call, env).functions.length > 0;
  const passed = isEntered ? [] : questionsPassed(builder, frame, call).map(({ slot }) => slot);
  return [...new Set([...slots, ...passed])].reduce(
    (to, slot) => builder.add(call, env, { kind: 'result', slot, value: undefined, next: to }, slot),
    next,
  );
}

/**
 * What callers ask of an answer that a function returns as it is, `return await save()`, and that the call gives, or the
 * chain of promises that it belongs to.
 */
export function questionsPassed(
  { knowledge }: Builder,
  { to: { questions = [] }, graph: { owner }, env }: Frame,
  call: AnyCall,
): readonly Question[] {
  if (questions.length === 0 || !isFunctionNode(owner)) return [];
  const end = chainEnd(call);
  if (!handedOn(knowledge, owner).some((one) => one === end)) return [];
  // One that is not entered tells nothing.
  const { functions } = knowledge.calleesOf(call, env);
  const isTold = end !== call || isChain(call) || functions.some(({ fn }) => !isInert(knowledge, fn));
  return isTold ? questions : [];
}

function isChain(call: AnyCall): boolean {
  return ts.isCallExpression(call) && promiseLink(call) !== undefined;
}

/** Whether the result is truthy. */
function truthStep(builder: Builder, frame: Frame, value: ts.Expression | undefined, next: StepId): StepId {
  const { slot } = frame.to;
  if (slot === undefined) return next;
  const node = value ?? frame.graph.owner;
  const told = (truthy: boolean): StepId => builder.add(node, frame.env, { kind: 'result', slot, value: truthy, next });
  if (value === undefined) return told(false);
  const stripped = stripExpression(value);
  if (ts.isIdentifier(stripped) && isCaught(builder.knowledge, stripped)) return told(true);
  const values = builder.knowledge.valuesOf({ node: value, env: frame.env });
  const known = values.map((v) =>
    v.kind === 'constant' ? Boolean(v.value) : v.kind === 'opaque' || v.kind === 'library' ? undefined : true,
  );
  const [first] = known;
  if (first !== undefined && known.every((truthy) => truthy === first)) return told(first);
  if (isFunctionNode(node)) return told(true);
  return builder.add(
    value,
    frame.env,
    { kind: 'branch', condition: value, test: 'truthy', whenTrue: told(true), whenFalse: told(false) },
    '?',
  );
}
