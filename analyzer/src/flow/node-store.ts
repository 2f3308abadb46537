import type ts from 'typescript';
import type { FlowStep, NodeId } from './flow-graph.ts';

/** The nodes of a graph under construction. Continuations come first: a step is added when its edges are known. */
export interface NodeStore {
  add(step: FlowStep): NodeId;
  /** A choice among the distinct options; no node where there is only one. */
  choose(of: ts.Node, options: readonly NodeId[]): NodeId;
  /** A node whose edges are not known yet: the head of a loop. To be filled. */
  reserve(of: ts.Node): NodeId;
  fill(id: NodeId, step: FlowStep): void;
  /** True when nothing more should be lowered. */
  isFull(): boolean;
  steps(): readonly FlowStep[];
}

export function createNodeStore(capacity: number): NodeStore {
  const steps: FlowStep[] = [];
  const add = (step: FlowStep): NodeId => steps.push(step) - 1;
  return {
    add,
    choose(of, options) {
      const distinct = [...new Set(options)];
      const [only] = distinct;
      return only !== undefined && distinct.length === 1 ? only : add({ kind: 'choice', of, next: distinct });
    },
    reserve: (of) => add({ kind: 'choice', of, next: [] }),
    fill(id, step) {
      steps[id] = step;
    },
    isFull: () => steps.length >= capacity,
    steps: () => steps,
  };
}
