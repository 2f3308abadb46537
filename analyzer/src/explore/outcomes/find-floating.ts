import ts from '../../typescript.ts';
import type { Edit } from '../../facts/edit.ts';
import type { FloatingWork, NamedStep } from '../../facts/handler-outcome.ts';
import { comparePlaces } from '../../facts/place.ts';
import type { Trace } from '../../facts/trace.ts';
import { isAsync } from '../../recognize/async-function.ts';
import { calleeNode, callName } from '../../recognize/call-name.ts';
import { isFunctionNode } from '../../recognize/function-node.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { enclosingFunction } from '../../recognize/source-index.ts';
import { isTagged } from '../../recognize/tags-of-call.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import { droppedWork } from '../../summaries/detached.ts';
import { stepName } from '../../summaries/step-name.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../../summaries/unit-graph.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { say } from '../wording.ts';
import { findBuffered } from './find-buffered.ts';
import { isDrained } from './is-drained.ts';
import type { Moment, Walk } from './walk.ts';

type Description = Pick<UnitDescription, 'delivery' | 'placeOf'>;
type Detach = Step & { readonly kind: 'detach' };

/** Effects of a unit that nobody waits for, by the outermost call whose promise is dropped. */
export function findFloating(
  source: EnteredUnit,
  walk: Walk,
  moments: readonly Moment[],
  description: Description,
): readonly FloatingWork[] {
  const { graph, knowledge } = source;
  const isHandler = source.entry.kind === 'handler';
  const found = new Map<Step['node'], FloatingWork>();
  for (const moment of moments) {
    const step = walk.stepAt(moment);
    if (step?.kind !== 'detach' || found.has(step.node) || isHandlerItself(source, step.node)) continue;
    if (isDrained(knowledge, step) || isCommittedByItsQueue(source, step)) continue;
    const effects = effectsFrom(graph, step.later).filter((effect) => isHandler || isOfTransaction(effect));
    const [first] = effects;
    if (first !== undefined) found.set(step.node, floating(knowledge, step, first, description));
  }
  for (const { put, effect } of findBuffered(source, walk, moments)) {
    found.set(put, queued(knowledge, put, effect, description));
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

function queued(knowledge: Knowledge, put: ts.CallExpression, first: Step, description: Description): FloatingWork {
  const place = knowledge.slice.placeOf(calleeNode(put));
  const effect = { label: stepName(first), place: description.placeOf(first) };
  const trace = traceOf(place, effect, description);
  return { form: 'queued', place, label: callName(put), effect, trace, awaiting: [] };
}

/** Unless the library commits by itself, whoever works a queue off may commit what is done. */
function isCommittedByItsQueue({ entry, knowledge }: EnteredUnit, { node, env }: Detach): boolean {
  if (entry.autoCommit?.value === true || !ts.isCallExpression(node)) return false;
  return isTagged(knowledge, node, env, 'queue');
}

/** `(message) => void handle(message)`: whoever calls the handler does not wait for it either way. */
function isHandlerItself({ entry }: EnteredUnit, call: Step['node']): boolean {
  const { fn } = entry.fn;
  return ts.isArrowFunction(fn) && ts.isVoidExpression(call.parent) && fn.body === call.parent;
}

/** In the order in which they may run. */
function effectsFrom(graph: UnitGraph, start: StepId): readonly Step[] {
  const effects: Step[] = [];
  const seen = new Set<StepId>();
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const step = graph.steps[id];
    if (step === undefined || seen.has(id)) continue;
    seen.add(id);
    if (isEffect(step)) effects.push(step);
    queue.push(...successorsOf(step));
  }
  return effects;
}

const VERBS: ReadonlySet<string> = new Set(['begin', 'commit', 'abort', 'send-offsets', 'commit-offsets']);

function isEffect(step: Step): boolean {
  if (step.kind === 'control')
    return VERBS.has(step.verb) || (step.verb === 'commit-offsets-if-necessary' && step.hasArgument);
  return step.kind === 'write' || step.kind === 'produce';
}

function isOfTransaction(step: Step): boolean {
  return step.kind === 'control' || (step.kind === 'produce' && step.produce.transactional);
}

function floating(knowledge: Knowledge, step: Detach, first: Step, description: Description): FloatingWork {
  const place = knowledge.slice.placeOf(calleeNode(step.node));
  const effect = { label: stepName(first), place: description.placeOf(first) };
  return {
    form: formOf(step),
    place,
    label: ts.isCallExpression(step.node) ? callName(step.node) : effect.label,
    effect,
    trace: traceOf(place, effect, description),
    awaiting: awaited(knowledge, step),
  };
}

function formOf({ node, maybe, queued }: Detach): FloatingWork['form'] {
  if (queued === true) return 'queued';
  if (maybe) return 'timer';
  const takesFunction = ts.isCallExpression(node) && node.arguments.some((argument) => isFunctionNode(argument));
  return takesFunction ? 'callbacks' : 'dropped';
}

/** An `await` before the expression that drops the promise, where the function around it can wait. */
function awaited(knowledge: Knowledge, { node: call, env }: Detach): readonly Edit[] {
  const { slice } = knowledge;
  const isMade = ts.isCallExpression(call) || ts.isNewExpression(call);
  const dropped = isMade ? droppedWork(knowledge, call, env) : undefined;
  const fn = enclosingFunction(call);
  if (dropped === undefined || fn === undefined || !isAsync(fn) || !ts.isCallExpression(dropped)) return [];
  const { parent } = dropped;
  if (ts.isVoidExpression(parent)) {
    const file = parent.getSourceFile();
    return [{ place: slice.placeAt(file, parent.getStart(), dropped.getStart()), text: 'await ' }];
  }
  if (!ts.isExpressionStatement(parent)) return [];
  return [{ place: slice.placeAt(dropped.getSourceFile(), dropped.getStart(), dropped.getStart()), text: 'await ' }];
}

function traceOf(place: FloatingWork['place'], effect: NamedStep, { delivery }: Description): Trace {
  const isCall = delivery.kind === 'call';
  return [
    { place: delivery.place, kind: 'receive', message: say.first(delivery) },
    { place, kind: 'effect', message: `the work that leads to ${effect.label} is started, and nobody waits for it` },
    {
      place: delivery.place,
      kind: 'offset',
      message: isCall
        ? 'the function goes on to settle its transaction'
        : 'the handler returns, and the position moves past the message',
    },
    {
      place: effect.place,
      kind: 'fault',
      message: `the process crashes, or ${effect.label} fails, and nobody learns of it`,
    },
    { place: effect.place, kind: 'outcome', message: say.never(effect.label) },
  ];
}
