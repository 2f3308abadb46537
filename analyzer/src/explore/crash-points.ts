import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { isEffectStep } from './effect-step.ts';

/** Steps after which a crash is told of: all copies of one call, as seen through one chain of callers. */
export interface PointSteps {
  readonly step: Step;
  readonly ids: readonly StepId[];
}

/**
 * The steps of a unit that change what survives a crash or what is lost in one, in the order of the code. A begin is
 * none: nothing is lost with a transaction that has just begun.
 */
export function pointsOf(graph: UnitGraph, remembers: (id: StepId) => boolean): readonly PointSteps[] {
  const points = new Map<string, { step: Step; ids: StepId[] }>();
  for (const id of inOrder(graph)) {
    const step = graph.steps[id];
    if (step === undefined || !(isEffectStep(step) || changes(step) || remembers(id))) continue;
    const name = `${step.kind === 'control' ? step.verb : step.kind} ${step.key}`;
    const known = points.get(name);
    if (known === undefined) points.set(name, { step, ids: [id] });
    else known.ids.push(id);
  }
  return [...points.values()];
}

function changes(step: Step): boolean {
  if (step.kind !== 'control') return false;
  switch (step.verb) {
    case 'is-active':
    case 'is-stale':
    case 'heartbeat':
    case 'seek':
    case 'exit':
    case 'escape':
    case 'begin':
    case 'db-begin':
      return false;
    case 'commit-offsets-if-necessary':
      return step.hasArgument;
    default:
      return true;
  }
}

/** What runs first stands first; of two branches the one that is written first. Exceptions are left aside. */
function inOrder(graph: UnitGraph): readonly StepId[] {
  const finished: StepId[] = [];
  const seen = new Set<StepId>();
  const stack: { readonly id: StepId; readonly done: boolean }[] = [{ id: graph.entry, done: false }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.done) finished.push(at.id);
    if (at.done || seen.has(at.id)) continue;
    seen.add(at.id);
    stack.push({ id: at.id, done: true });
    const step = graph.steps[at.id];
    for (const id of step === undefined ? [] : regularSuccessors(step)) stack.push({ id, done: false });
  }
  return finished.reverse();
}

function regularSuccessors(step: Step): readonly StepId[] {
  switch (step.kind) {
    case 'branch':
      return [step.whenTrue, step.whenFalse];
    case 'each':
      return [step.body, step.next];
    case 'choice':
      return step.next;
    case 'detach':
      return [step.now, step.later, step.next];
    case 'settled':
    case 'exit':
    case 'failure':
      return [];
    default:
      return [step.next];
  }
}
