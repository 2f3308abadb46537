import type { Step } from '../summaries/unit-graph.ts';
import type { Action } from './machine.ts';
import type { UnitModel } from './project.ts';

type ControlStep = Step & { readonly kind: 'control' };

/** What a step does that moves a transaction or a position. */
export function controlAction(unit: UnitModel, step: ControlStep): Action {
  const { verb, next, error } = step;
  const offset = step.offset === undefined ? {} : { offset: step.offset };
  switch (verb) {
    case 'begin':
      return { kind: 'transaction', verb, site: siteOf(unit, step), fences: unit.fencing.has(step.id), next, error };
    case 'commit':
    case 'abort':
      return { kind: 'transaction', verb, next, error };
    case 'send-offsets':
      return { kind: 'transaction', verb, ...offset, next, error };
    case 'escape':
      return { kind: 'transaction', verb: 'send-offsets', next, error };
    case 'db-begin':
      return { kind: 'database', verb: 'begin', next, error };
    case 'db-commit':
      return { kind: 'database', verb: 'commit', next, error };
    case 'db-rollback':
      return { kind: 'database', verb: 'rollback', next, error };
    case 'commit-offsets':
      return { kind: 'position', how: 'commit', ...offset, next, error };
    case 'commit-offsets-if-necessary':
      return step.hasArgument
        ? { kind: 'position', how: 'commit', ...offset, next, error }
        : { kind: 'go', next: [next] };
    case 'resolve-offset':
      return { kind: 'position', how: 'resolve', ...offset, next, error };
    case 'heartbeat':
      return { kind: 'heartbeat', next, error };
    case 'is-active':
    case 'is-stale':
    case 'seek':
      return { kind: 'go', next: [next] };
  }
}

/** One number for all copies of one begin. */
function siteOf({ graph }: UnitModel, step: ControlStep): number {
  return graph.steps.findIndex((other) => other.node === step.node);
}
