import ts from '../typescript.ts';
import type { FlowGraph } from '../flow/flow-graph.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode, returnedExpressions } from '../recognize/function-node.ts';
import type { AnyCall } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import { askedOf } from './asked-of.ts';
import type { Builder, Continuation } from './builder.ts';
import { chainEnd, rescuersOf } from './chain-answer.ts';
import type { CallSite } from './inline-call.ts';
import type { Question } from './questions.ts';
import type { StepId } from './unit-graph.ts';

/** The copy of a function that returns something. */
interface Returning {
  readonly graph: FlowGraph;
  readonly env: Env | undefined;
  readonly to: Continuation;
}

/** A return remembers what the caller asks of the result. */
export function returnStep(builder: Builder, frame: Returning, value: ts.Expression | undefined): StepId {
  const { next, questions = [] } = frame.to;
  // Behind a call whose answer is returned as it is, that has been told already.
  const isPassed = value !== undefined && questionsPassed(frame, stripExpression(value)).length > 0;
  const told = (isPassed ? [] : questions).reduceRight((to, { slot, truthOf }) => {
    const truth = value === undefined ? undefined : truthOf(value);
    return builder.add(value ?? frame.graph.owner, frame.env, { kind: 'result', slot, value: truth, next: to }, slot);
  }, next);
  return truthStep(builder, frame, value, told);
}

export function passedOn(frame: Returning, call: AnyCall): Pick<CallSite, 'passed'> {
  const passed = questionsPassed(frame, call);
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
function questionsPassed({ to: { questions = [] }, graph: { owner } }: Returning, call: ts.Node): readonly Question[] {
  if (questions.length === 0 || !ts.isCallExpression(call) || !isFunctionNode(owner)) return [];
  return returnedExpressions(owner).some((value) => stripExpression(value) === call) ? questions : [];
}

/** Whether the result is truthy. */
function truthStep(builder: Builder, frame: Returning, value: ts.Expression | undefined, next: StepId): StepId {
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
