import type { ConditionTest } from '../summaries/condition.ts';
import type { StepId } from '../summaries/unit-graph.ts';
import { answered } from './answered-ways.ts';
import type { Action } from './machine.ts';
import type { UnitModel } from './project.ts';

/**
 * What a batch that is asked whether it is stale answers. One of which only a seek makes an end is never stale where nobody
 * seeks; where somebody does, nothing is known.
 */
export function staleAction(
  { graph, delivery }: UnitModel,
  { whenTrue, whenFalse }: { readonly whenTrue: StepId; readonly whenFalse: StepId },
  test: ConditionTest & { readonly kind: 'stale' },
): Action | undefined {
  if (delivery.client.staleAfter === 'expulsion') return { kind: 'stale', ...answered([whenTrue, whenFalse], test) };
  const isSought = graph.steps.some((step) => step.kind === 'control' && step.verb === 'seek');
  return isSought ? undefined : { kind: 'go', next: [test.positive ? whenFalse : whenTrue] };
}
