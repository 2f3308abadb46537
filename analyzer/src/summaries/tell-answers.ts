import type ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { AnyCall } from '../recognize/knowledge.ts';
import { askedOf } from './asked-of.ts';
import type { Builder } from './builder.ts';
import { chainEnd, rescuersOf } from './chain-answer.ts';
import type { Frame } from './frame.ts';
import { handedOn, handedOnBy } from './handed-on.ts';
import { isInert } from './inert.ts';
import type { CallSite } from './inline-call.ts';
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

/** What callers ask of an answer that a function returns as it is. */
export function passedOn(builder: Builder, frame: Frame, call: AnyCall): Pick<CallSite, 'passed'> {
  const passed = questionsPassed(builder, frame, call);
  return passed.length > 0 ? { passed } : {};
}

/** `await save().catch(() => undefined)`: of what is given when nothing fails, nothing is known. */
export function unanswered(builder: Builder, call: AnyCall, env: Env | undefined, next: StepId): StepId {
  const rescuers = rescuersOf(call);
  const end = rescuers.length === 0 ? undefined : chainEnd(call);
  if (end === undefined) return next;
  const functions = rescuers.flatMap((node) => builder.knowledge.valuesOf({ node, env }));
  const slots = functions.flatMap((value) => {
    if (value.kind !== 'function') return [];
    const { slot, questions = [] } = askedOf(builder.knowledge, end, env, value.fn);
    return [...(slot === undefined ? [] : [slot]), ...questions.map((question) => question.slot)];
  });
  return [...new Set(slots)].reduce(
    (to, slot) => builder.add(call, env, { kind: 'result', slot, value: undefined, next: to }, slot),
    next,
  );
}

/** `return await save()`: whatever callers ask is asked of that. */
function questionsPassed(builder: Builder, { to, graph: { owner }, env }: Frame, call: AnyCall): readonly Question[] {
  const { questions = [] } = to;
  const { knowledge } = builder;
  if (questions.length === 0 || !isFunctionNode(owner) || !handedOn(knowledge, owner).some((one) => one === call))
    return [];
  // One that is not entered tells nothing.
  return knowledge.calleesOf(call, env).functions.some(({ fn }) => !isInert(knowledge, fn)) ? questions : [];
}

/** Whether the result is truthy. */
function truthStep(builder: Builder, frame: Frame, value: ts.Expression | undefined, next: StepId): StepId {
  const { slot } = frame.to;
  if (slot === undefined) return next;
  const node = value ?? frame.graph.owner;
  const told = (truthy: boolean): StepId => builder.add(node, frame.env, { kind: 'result', slot, value: truthy, next });
  if (value === undefined) return told(false);
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
