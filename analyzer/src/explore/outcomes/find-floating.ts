import ts from '../../typescript.ts';
import type { FloatingWork, NamedStep } from '../../facts/handler-outcome.ts';
import { comparePlaces } from '../../facts/place.ts';
import type { Trace } from '../../facts/trace.ts';
import { calleeNode, callName } from '../../recognize/call-name.ts';
import { isFunctionNode } from '../../recognize/function-node.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { isTagged } from '../../recognize/tags-of-call.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import { awaitedInVain } from '../../summaries/detached.ts';
import { stepName } from '../../summaries/step-name.ts';
import { stepsFrom, type Ways } from '../../summaries/steps-from.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../../summaries/unit-graph.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { say } from '../wording.ts';
import { awaitingEdits } from './awaiting-edits.ts';
import { BestEffort } from './best-effort.ts';
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
  const bestEffort = new BestEffort(graph, source.conditions);
  const isLost = (effect: Step): boolean => !bestEffort.isCopy(effect) && !bestEffort.isRelease(effect);
  const found = new Map<Step['node'], FloatingWork>();
  const started = new Set(moments.flatMap((moment) => detachOf(walk.stepAt(moment))));
  for (const step of started) {
    if (found.has(step.node) || isHandlerItself(source, step.node)) continue;
    if (isDrained(knowledge, step) || isCommittedElsewhere(source, step)) continue;
    for (const inner of detachedWithin(graph, step)) started.add(inner);
    const effects = effectsOf(graph, step).filter(
      (effect) => (isHandler || isOfTransaction(effect)) && !endsWith(step, effect) && isLost(effect),
    );
    const [first] = step.how === 'told' ? effects.filter((effect) => !isTidyingUp(effect)) : effects;
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

/** Unless the library commits by itself, whoever is done with the work may commit it. */
function isCommittedElsewhere({ entry, graph, knowledge }: EnteredUnit, { node, env, how, later }: Detach): boolean {
  if (entry.autoCommit?.value === true) return false;
  // Whoever works a queue off, and whoever waits for the promises that are kept.
  if (ts.isCallExpression(node) && isTagged(knowledge, node, env, 'queue')) return true;
  if (how === 'parked') return entry.kind === 'handler';
  // The callback commits what it is told of.
  const isCommit = (step: Step): boolean => step.kind === 'control' && COMMITS.has(step.verb);
  return how === 'told' && effectsFrom(graph, later).some(isCommit);
}

/** A file that is left over loses no message. */
function isTidyingUp(step: Step): boolean {
  return step.kind === 'write' && step.write.category === 'file' && step.write.removes;
}

/** `(message) => void handle(message)`: whoever calls the handler does not wait for it either way. */
function isHandlerItself({ entry }: EnteredUnit, call: Step['node']): boolean {
  const { fn } = entry.fn;
  return ts.isArrowFunction(fn) && ts.isVoidExpression(call.parent) && fn.body === call.parent;
}

function detachOf(step: Step | undefined): readonly Detach[] {
  return step?.kind === 'detach' ? [step] : [];
}

/** Who waits for a promise does not wait for what was started on the way to it, and dropped there. */
function isPromise({ maybe, how }: Detach): boolean {
  return !maybe && how === undefined;
}

function waitedFor(step: Step): readonly StepId[] {
  return step.kind === 'detach' ? [step.next] : successorsOf(step);
}

function detachedWithin(graph: UnitGraph, step: Detach): readonly Detach[] {
  if (!isPromise(step)) return [];
  return [...stepsFrom(graph, [step.later], waitedFor)].flatMap((id) => detachOf(graph.steps[id]));
}

function effectsOf(graph: UnitGraph, step: Detach): readonly Step[] {
  return effectsFrom(graph, step.later, isPromise(step) ? waitedFor : successorsOf);
}

/** In the order in which they may run. */
function effectsFrom(graph: UnitGraph, start: StepId, ways: Ways = successorsOf): readonly Step[] {
  const effects: Step[] = [];
  const seen = new Set<StepId>();
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const step = graph.steps[id];
    if (step === undefined || seen.has(id)) continue;
    seen.add(id);
    if (isEffect(step)) effects.push(step);
    queue.push(...ways(step));
  }
  return effects;
}

/** `handle(message).finally(() => consumer.commit())`: as long as the work goes on the position stays where it is. */
function endsWith({ node }: Detach, effect: Step): boolean {
  return effect.node !== node && effect.kind === 'control' && COMMITS.has(effect.verb);
}

const COMMITS: ReadonlySet<string> = new Set(['commit-offsets', 'commit-offsets-if-necessary']);
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
    form: formOf(knowledge, step),
    place,
    label: labelOf(step.node) ?? effect.label,
    effect,
    trace: traceOf(place, effect, description),
    awaiting: awaitingEdits(knowledge, step),
  };
}

/** A function that is called where it stands has no name. */
function labelOf(node: Step['node']): string | undefined {
  const name = ts.isCallExpression(node) ? callName(node) : undefined;
  return name === '' ? 'the function that is called here' : name;
}

function formOf(knowledge: Knowledge, { node, env, maybe, how }: Detach): FloatingWork['form'] {
  if (how !== undefined) return how;
  if (maybe) return 'timer';
  if (ts.isCallExpression(node) && awaitedInVain(knowledge, node, env) !== undefined) return 'inVain';
  const takesFunction = ts.isCallExpression(node) && node.arguments.some((argument) => isFunctionNode(argument));
  return takesFunction ? 'callbacks' : 'dropped';
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
