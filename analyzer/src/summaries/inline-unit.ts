import ts from '../typescript.ts';
import { flowOf } from '../flow/build-flow.ts';
import type { FlowGraph, FlowNode, NodeId } from '../flow/flow-graph.ts';
import { enterCallback, enterTurn } from '../recognize/enter-call.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { Binding, FunctionValue, Turn } from '../recognize/value.ts';
import { enterFunction, oneOf, type Builder, type Continuation } from './builder.ts';
import { elementAccessOf } from './element-access.ts';
import { inlineCall } from './inline-call.ts';
import { slotOf } from '../recognize/slot.ts';
import { filterOf } from './filter-predicate.ts';
import { isUniqueViolationCheck } from './unique-violation.ts';
import type { Step, StepId, StepKind, UnitGraph } from './unit-graph.ts';

const MAX_STEPS = 12_000;

/** The copy of a function for one env and one continuation. */
interface Frame {
  readonly graph: FlowGraph;
  readonly env: Env | undefined;
  readonly to: Continuation;
  readonly steps: Map<NodeId, StepId>;
}

/** Enters every relevant call of a function, or of one turn of a loop, from its first line to its last. */
export function inlineUnit(
  knowledge: Knowledge,
  root: FunctionValue | Turn,
  caller: Env | undefined,
  parameters: readonly (Binding | undefined)[],
): UnitGraph {
  const steps: Step[] = [];
  const frames = new Map<string, Frame>();
  const builder: Builder = {
    knowledge,
    add: (node, env, kind, part = '') => addStep(steps, knowledge, { node, env, kind, part }),
    enter: (fn, env, to) => enterFrame(builder, frames, steps, { fn, env, to }),
    isFull: () => steps.length > MAX_STEPS,
  };
  const exit = builder.add(root.fn, undefined, { kind: 'exit' });
  const failure = builder.add(root.fn, undefined, { kind: 'failure' });
  const env =
    root.kind === 'turn'
      ? enterTurn(knowledge, root.fn, caller)
      : enterCallback(knowledge, root, root.fn, caller, parameters);
  const entry = env === undefined ? exit : builder.enter(root, env, { next: exit, error: failure });
  const truncated = builder.isFull() || [...frames.values()].some(({ graph }) => graph.truncated);
  return { entry, exit, failure, root: env, steps, truncated };
}

function addStep(
  steps: Step[],
  knowledge: Knowledge,
  { node, env, kind, part }: { node: ts.Node; env: Env | undefined; kind: StepKind; part: string },
): StepId {
  const id = steps.length;
  const key = slotOf(knowledge, node, env) + part;
  steps.push({ id, node, env, key, ...kind });
  return id;
}

function enterFrame(
  builder: Builder,
  frames: Map<string, Frame>,
  steps: Step[],
  { fn, env, to }: { fn: FunctionValue | Turn; env: Env; to: Continuation },
): StepId {
  const key = `${String(env.id)}>${String(to.next)}!${String(to.error)}${to.slot ?? ''}`;
  const known = frames.get(key);
  const frame = known ?? { graph: flowOf(fn.fn), env, to, steps: new Map<NodeId, StepId>() };
  frames.set(key, frame);
  return stepFor(builder, frame, steps, frame.graph.entry);
}

/** The step of a node; loops find the step of their head, which is added before their body is read. */
function stepFor(builder: Builder, frame: Frame, steps: Step[], id: NodeId): StepId {
  const known = frame.steps.get(id);
  if (known !== undefined) return known;
  const node = frame.graph.nodes[id];
  if (node === undefined || builder.isFull()) return frame.to.error;
  const at = (next: NodeId): StepId => stepFor(builder, frame, steps, next);
  if (node.kind === 'each' || node.kind === 'repeat') return loopStep(builder, frame, steps, node, at);
  const step = plainStep(builder, frame, node, at);
  frame.steps.set(id, step);
  return step;
}

function loopStep(
  builder: Builder,
  frame: Frame,
  steps: Step[],
  node: FlowNode & { readonly kind: 'each' | 'repeat' },
  at: (next: NodeId) => StepId,
): StepId {
  const head = builder.add(node.loop, frame.env, { kind: 'pass', next: frame.to.error });
  frame.steps.set(node.id, head);
  const body = node.kind === 'each' ? filteredBody(builder, frame, node.over, at(node.body), head) : at(node.body);
  const placed = steps[head];
  if (placed === undefined) return head;
  const kind: StepKind =
    node.kind === 'each'
      ? { kind: 'each', over: node.over, body, next: at(node.next) }
      : { kind: 'repeat', next: body };
  steps[head] = { id: head, node: placed.node, env: placed.env, key: placed.key, ...kind };
  return head;
}

/** `for (const m of messages.filter((m) => !seen.has(m.id)))`: the body runs for what the predicate lets through. */
function filteredBody(builder: Builder, frame: Frame, over: ts.Expression, body: StepId, head: StepId): StepId {
  const predicate = filterOf(builder.knowledge, over, frame.env);
  if (predicate === undefined) return body;
  const { condition, env } = predicate;
  return builder.add(
    condition,
    env,
    { kind: 'branch', condition, test: 'truthy', whenTrue: body, whenFalse: head },
    '?',
  );
}

type PlainNode = Exclude<FlowNode, { readonly kind: 'each' | 'repeat' }>;

function plainStep(builder: Builder, frame: Frame, node: PlainNode, at: (next: NodeId) => StepId): StepId {
  const { env } = frame;
  switch (node.kind) {
    case 'call':
      return inlineCall(builder, {
        call: node.call,
        env,
        completion: node.completion,
        next: at(node.next),
        error: at(node.error),
      });
    case 'callback':
      return callbackStep(builder, node, env, at(node.next), at(node.error));
    case 'access':
      return accessStep(builder, node.node, env, at(node.next));
    case 'branch': {
      const { condition, test } = node;
      return builder.add(
        condition,
        env,
        { kind: 'branch', condition, test, whenTrue: at(node.whenTrue), whenFalse: at(node.whenFalse) },
        '?',
      );
    }
    case 'choice':
      return builder.add(node.of, env, { kind: 'choice', next: node.next.map(at) });
    case 'catch':
      return builder.add(node.clause, env, {
        kind: 'catch',
        uniqueViolation: isUniqueViolationCheck(builder.knowledge, node.clause),
        next: at(node.next),
      });
    case 'finally':
      return at(node.next);
    case 'await':
      return node.error === node.next
        ? at(node.next)
        : builder.add(node.of, env, { kind: 'opaque', next: at(node.next), error: at(node.error) });
    case 'opaque':
      return builder.add(node.of, env, { kind: 'opaque', next: at(node.next), error: at(node.error) });
    case 'return':
      return returnStep(builder, frame, node.value);
    case 'throw':
      return frame.to.error;
  }
}

function accessStep(builder: Builder, node: ts.Expression, env: Env | undefined, next: StepId): StepId {
  const access = elementAccessOf(node);
  return access === undefined ? next : builder.add(node, env, { kind: 'container', container: access, next });
}

/** `.then(f)`, `.catch(f)` and functions called where they stand. */
function callbackStep(
  builder: Builder,
  node: { readonly callee: ts.Expression; readonly of: ts.CallExpression },
  env: Env | undefined,
  next: StepId,
  error: StepId,
): StepId {
  const { knowledge } = builder;
  const functions = knowledge.valuesOf({ node: node.callee, env }).filter((value) => value.kind === 'function');
  if (functions.length === 0) return builder.add(node.callee, env, { kind: 'opaque', next, error });
  const of = node.of.expression;
  const given: readonly Binding[] = ts.isPropertyAccessExpression(of)
    ? [{ kind: 'argument', ref: { node: of.expression, env } }]
    : node.of.arguments.map((argument) => ({ kind: 'argument', ref: { node: argument, env } }));
  const entries = functions.map((fn) => enterFunction(builder, fn, node.callee, env, given, { next, error }));
  return oneOf(builder, node.callee, env, entries);
}

/** A return remembers whether the result is truthy, where the caller asks. */
function returnStep(builder: Builder, frame: Frame, value: ts.Expression | undefined): StepId {
  const { next, slot } = frame.to;
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
