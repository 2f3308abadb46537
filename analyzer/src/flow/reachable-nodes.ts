import { redirect, successors } from './edges.ts';
import type { FlowNode, FlowStep, NodeId } from './flow-graph.ts';

/** The steps that the entry reaches, breadth first, numbered in that order: the entry becomes 0. */
export function reachableNodes(steps: readonly FlowStep[], entry: NodeId): readonly FlowNode[] {
  const order = breadthFirst(steps, entry);
  const rename = new Map(order.map((old, id) => [old, id]));
  return order.flatMap((old, id) => {
    const step = steps[old];
    return step === undefined ? [] : [{ ...redirect(step, rename), id }];
  });
}

/** The ids that the entry reaches, each once, nearest first. */
export function breadthFirst(steps: readonly FlowStep[], entry: NodeId): readonly NodeId[] {
  const seen = new Set([entry]);
  // A Set iterates over what is added meanwhile, so it is queue and result in one.
  for (const id of seen) {
    const step = steps[id];
    if (step !== undefined) for (const next of successors(step)) seen.add(next);
  }
  return [...seen];
}
