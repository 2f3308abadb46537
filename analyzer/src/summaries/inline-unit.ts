import type ts from '../typescript.ts';
import { flowOf } from '../flow/build-flow.ts';
import type { FlowNode, NodeId } from '../flow/flow-graph.ts';
import { enterCallback, enterTurn } from '../recognize/enter-call.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { Binding, FunctionValue, Turn } from '../recognize/value.ts';
import type { Builder, Continuation } from './builder.ts';
import { askedInTurn } from './asked-in-turn.ts';
import { assignStep } from './assign-step.ts';
import { callbackStep } from './callback-step.ts';
import type { ErrorFilter } from './error-filter.ts';
import { entered } from './db-transaction.ts';
import { elementAccessOf } from './element-access.ts';
import { errorPaths, type ErrorPaths } from './error-paths.ts';
import type { Frame } from './frame.ts';
import { inlineOperation } from './inline-operation.ts';
import { slotOf } from '../recognize/slot.ts';
import { questionsPassed, returnStep, unanswered } from './return-step.ts';
import { filterOf } from './filter-predicate.ts';
import { belongsTo, droppedWork, givesPromise, isBearing, nodeBehind } from './detached.ts';
import { isBatch, loopThrough } from './loop-kind.ts';
import { isUniqueViolationCheck } from './unique-violation.ts';
import { awaitStep, choiceStep, filledStep, holderStep, rejectionStep, workedOff } from './held-steps.ts';
import { HeldPromises } from './held-promises.ts';
import { parkedWork } from './parked.ts';
import type { Step, StepId, StepKind, UnitGraph } from './unit-graph.ts';

const MAX_STEPS = 12_000;

/** The step of that kind is added before all others but the two ends. */
const SETTLED: StepId = 2;

interface InlineOptions {
  readonly filters?: readonly ErrorFilter[] | undefined;
  /** Whether functions are entered that the user vouches for; to rules each is one step of which nothing is known. */
  readonly entersVouched?: boolean;
}

/** Enters every relevant call of a function, or of one turn of a loop, from its first line to its last. */
export function inlineUnit(
  knowledge: Knowledge,
  root: FunctionValue | Turn,
  caller: Env | undefined,
  parameters: readonly (Binding | undefined)[],
  { filters = [], entersVouched = false }: InlineOptions = {},
): UnitGraph {
  const steps: Step[] = [];
  const frames = new Map<string, Frame>();
  const vouched = { isMet: false };
  let errors: ErrorPaths | undefined = undefined;
  const held = new HeldPromises(knowledge);
  const builder: Builder = {
    knowledge,
    held,
    add: (node, env, kind, part = '') => addStep(steps, knowledge, { node, env, kind, part }),
    loop: (node, env, make, part = '') => addLoop(steps, knowledge, { node, env, make, part }),
    settled: SETTLED,
    detach: (node, env, next, run, when) => {
      const later = run(SETTLED);
      const how = when === undefined || when === 'maybe' ? {} : { how: when };
      const kind = { kind: 'detach', now: run(next), later, maybe: when === 'maybe', ...how, next } as const;
      return isBearing(steps, later, SETTLED) ? builder.add(node, env, kind, '&') : kind.now;
    },
    enter: (fn, env, to) => enterFrame(builder, frames, steps, { fn, env, to }),
    thrownBy: (statement, error) => (error === errors?.any ? errors.thrownBy(statement) : error),
    entersVouched: () => {
      vouched.isMet = true;
      return entersVouched;
    },
    isFull: () => steps.length > MAX_STEPS,
  };
  const exit = builder.add(root.fn, undefined, { kind: 'exit' });
  const failure = builder.add(root.fn, undefined, { kind: 'failure' });
  builder.add(root.fn, undefined, { kind: 'settled' });
  errors = errorPaths(builder, filters, root.fn, { next: exit, error: failure });
  const env =
    root.kind === 'turn'
      ? enterTurn(knowledge, root.fn, caller)
      : enterCallback(knowledge, root, root.fn, caller, parameters);
  const entry = env === undefined ? exit : entered(builder, root, env, { next: exit, error: errors.any });
  for (const { step, error } of held.unheard) passOn(steps, step, error);
  const first = [...held.asked].reduce(
    (next, slot) => builder.add(root.fn, undefined, { kind: 'result', slot, value: false, next }, slot),
    entry,
  );
  const truncated = builder.isFull() || [...frames.values()].some(({ graph }) => graph.truncated);
  return { entry: first, exit, failure, root: env, steps, truncated, ...(vouched.isMet ? { hasVouched: true } : {}) };
}

/** A step only leads on. */
function passOn(steps: Step[], at: StepId, next: StepId): void {
  const step = steps[at];
  if (step === undefined) return;
  const { id, node, env, key } = step;
  steps[at] = { id, node, env, key, kind: 'pass', next };
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

/** The head is added first, so that its body finds it. */
function addLoop(
  steps: Step[],
  knowledge: Knowledge,
  { node, env, make, part }: { node: ts.Node; env: Env | undefined; make: (head: StepId) => StepKind; part: string },
): StepId {
  const id = addStep(steps, knowledge, { node, env, kind: { kind: 'exit' }, part });
  const key = slotOf(knowledge, node, env) + part;
  steps[id] = { id, node, env, key, ...make(id) };
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
  if (frame.dropped !== undefined && !belongsTo(node, frame.dropped)) return builder.settled;
  const at = (next: NodeId): StepId => stepFor(builder, frame, steps, next);
  if (node.kind === 'each' || node.kind === 'repeat') return loopStep(builder, frame, node, at);
  const step = detachedStep(builder, frame, steps, node) ?? plainStep(builder, frame, node, at);
  frame.steps.set(id, step);
  return step;
}

/** A call that nobody waits for, with the chain of promises that it heads. */
function detachedStep(builder: Builder, frame: Frame, steps: Step[], node: PlainNode): StepId | undefined {
  if (frame.dropped !== undefined || (node.kind !== 'call' && node.kind !== 'callback')) return undefined;
  const call = node.kind === 'call' ? node.call : node.of;
  const left = droppedWork(builder.knowledge, call, frame.env);
  const dropped = left ?? parkedWork(builder.knowledge, call, frame.env);
  if (dropped === undefined || !givesPromise(builder.knowledge, dropped, frame.env)) return undefined;
  const behind = nodeBehind(frame.graph, node, dropped);
  if (behind === undefined) return undefined;
  const run = (into: Frame): StepId => plainStep(builder, into, node, (next) => stepFor(builder, into, steps, next));
  const next = stepFor(builder, frame, steps, behind);
  const apart: Frame = { ...frame, steps: new Map<NodeId, StepId>(), dropped };
  const when = left === undefined ? 'parked' : undefined;
  return builder.detach(call, frame.env, next, (to) => run(to === builder.settled ? apart : frame), when);
}

function loopStep(
  builder: Builder,
  frame: Frame,
  node: FlowNode & { readonly kind: 'each' | 'repeat' },
  at: (next: NodeId) => StepId,
): StepId {
  const { knowledge } = builder;
  return builder.loop(node.loop, frame.env, (head): StepKind => {
    frame.steps.set(node.id, head);
    if (node.kind === 'repeat') return { kind: 'repeat', next: at(node.body) };
    const { over } = node;
    const body = filteredBody(builder, frame, over, at(node.body), head);
    const next = workedOff(builder, frame, over, { body, next: at(node.next) });
    return { kind: 'each', over, batch: isBatch(knowledge, over, frame.env), body, next };
  });
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
      return inlineOperation(builder, {
        call: node.call,
        env,
        completion: node.completion,
        next: unanswered(builder, frame, node.call, at(node.next)),
        error: at(node.error),
        passed: questionsPassed(builder, frame, node.call),
      });
    case 'callback':
      return callbackStep(builder, node, env, {
        next: at(node.next),
        error: at(node.error),
        questions: questionsPassed(builder, frame, node.of),
      });
    case 'access':
      return accessStep(builder, node.node, env, at(node.next));
    case 'assign':
      return assignStep(builder, node, env, at(node.next));
    case 'branch':
      return branchStep(builder, node, frame, at);
    case 'choice':
      return choiceStep(builder, frame, node, at);
    case 'catch':
      return builder.add(node.clause, env, {
        kind: 'catch',
        uniqueViolation: isUniqueViolationCheck(builder.knowledge, node.clause),
        next: at(node.next),
      });
    case 'finally':
      return finallyStep(builder, node.block, env, at(node.next));
    case 'leave':
      return builder.add(node.of, env, { kind: 'pass', next: at(node.next) });
    case 'await':
      return awaitStep(builder, frame, node, at);
    case 'rejection':
      return rejectionStep(builder, frame, node, at);
    case 'holder':
      return holderStep(builder, frame, node, at);
    case 'opaque':
      return builder.add(node.of, env, { kind: 'opaque', next: at(node.next), error: at(node.error) });
    case 'return':
      return returnStep(builder, frame, node.value);
    case 'throw':
      return builder.thrownBy(node.of, frame.to.error);
  }
}

function branchStep(
  builder: Builder,
  { condition, test, whenTrue, whenFalse }: FlowNode & { readonly kind: 'branch' },
  frame: Frame,
  at: (next: NodeId) => StepId,
): StepId {
  const { env } = frame;
  const loop = loopThrough(builder.knowledge, condition, env);
  const sides = { whenTrue: at(whenTrue), whenFalse: at(whenFalse) };
  const inTurn = test === 'truthy' ? askedInTurn(builder, { node: condition, env }, sides) : undefined;
  if (inTurn !== undefined) return inTurn;
  const kind: StepKind = { kind: 'branch', condition, test, ...(loop === undefined ? {} : { loop }), ...sides };
  return filledStep(builder, frame, condition, sides, builder.add(condition, env, kind, '?'));
}

/** A block that may return ends an exception without a catch. */
function finallyStep(builder: Builder, block: ts.Block, env: Env | undefined, next: StepId): StepId {
  return /\breturn\b/.test(block.getText()) ? builder.add(block, env, { kind: 'pass', next }) : next;
}

function accessStep(builder: Builder, node: ts.Expression, env: Env | undefined, next: StepId): StepId {
  const access = elementAccessOf(node);
  return access === undefined ? next : builder.add(node, env, { kind: 'container', container: access, next });
}
