import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { successorsOf } from '../summaries/unit-graph.ts';

/**
 * The steps of a unit that its entry reaches, one per line and numbered from 1 in that order: what the step is, then
 * the steps after it; `ok` and `fail` are the two ends, `settled` is that of detached work, and `!` stands before the
 * way of an exception.
 */
export function showUnit(graph: UnitGraph): string {
  const order = reachable(graph);
  const numbers = new Map(order.map((step, i) => [step.id, String(i + 1)]));
  const name = (id: StepId): string => {
    const kind = graph.steps[id]?.kind;
    return (kind === undefined ? undefined : ENDS.get(kind)) ?? numbers.get(id) ?? '?';
  };
  return order.map((step) => `${name(step.id)} ${shown(step)} -> ${nextOf(step, name)}`).join('\n');
}

const ENDS: ReadonlyMap<Step['kind'], string> = new Map([
  ['exit', 'ok'],
  ['failure', 'fail'],
  ['settled', 'settled'],
]);

/** Breadth first, the ends left out. */
function reachable(graph: UnitGraph): readonly Step[] {
  const found: Step[] = [];
  const seen = new Set<StepId>();
  const queue: StepId[] = [graph.entry];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const step = graph.steps[id];
    if (step === undefined || seen.has(id) || ENDS.has(step.kind)) continue;
    seen.add(id);
    found.push(step);
    queue.push(...successorsOf(step));
  }
  return found;
}

function nextOf(step: Step, name: (id: StepId) => string): string {
  if ('error' in step) return `${name(step.next)} !${name(step.error)}`;
  return successorsOf(step).map(name).join(' ');
}

function shown(step: Step): string {
  switch (step.kind) {
    case 'write':
      return `write ${step.write.label}`;
    case 'produce':
      return `produce ${step.produce.label}`;
    case 'read':
      return `read ${step.read.label}`;
    case 'control':
      return step.verb;
    case 'container':
      return `${step.container.verb} ${step.node.getText()}`;
    case 'branch':
      return `if ${step.condition.getText()}`;
    case 'each':
      return `each ${step.over.getText()}`;
    case 'result':
      return `tell ${String(step.value)}`;
    case 'catch':
      return step.uniqueViolation ? 'catch a unique violation' : 'catch';
    case 'detach':
      return `detach ${step.node.getText()}`;
    case 'opaque':
      return `opaque ${step.node.getText()}`;
    default:
      return step.kind;
  }
}
