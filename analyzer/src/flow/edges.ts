import type { FlowStep, NodeId } from './flow-graph.ts';

/** The nodes that may follow a step, in a fixed order. */
export function successors(step: FlowStep): readonly NodeId[] {
  if ('error' in step) return step.next === step.error ? [step.next] : [step.next, step.error];
  if ('whenTrue' in step) return [step.whenTrue, step.whenFalse];
  if (step.kind === 'choice') return step.next;
  if (step.kind === 'each') return [step.body, step.next];
  if (step.kind === 'repeat') return [step.body];
  return 'next' in step ? [step.next] : [];
}

/** The same step with its edges renamed. A loop's exit that `rename` does not know is left out. */
export function redirect(step: FlowStep, rename: ReadonlyMap<NodeId, NodeId>): FlowStep {
  const to = (id: NodeId): NodeId => rename.get(id) ?? id;
  if ('error' in step) return { ...step, next: to(step.next), error: to(step.error) };
  if ('whenTrue' in step) return { ...step, whenTrue: to(step.whenTrue), whenFalse: to(step.whenFalse) };
  if (step.kind === 'choice') return { ...step, next: step.next.map(to) };
  if (step.kind === 'each') return { ...step, body: to(step.body), next: to(step.next) };
  if (step.kind === 'repeat') {
    const { next, ...head } = step;
    const exit = next === undefined ? undefined : rename.get(next);
    return { ...head, body: to(step.body), ...(exit === undefined ? {} : { next: exit }) };
  }
  return 'next' in step ? { ...step, next: to(step.next) } : step;
}
