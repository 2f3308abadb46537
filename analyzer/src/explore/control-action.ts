import { normalSuccessors } from '../scopes/reach.ts';
import { reachesFrom } from '../summaries/steps-from.ts';
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
      return {
        ...{ kind: 'transaction', verb, site: siteOf(unit, step), fences: unit.fencing.has(step.id) },
        ...(unit.anew.has(step.id) ? { anew: true } : {}),
        next,
        error,
      };
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
    case 'seek':
      return goesBack(unit, step) ? { kind: 'sought' } : { kind: 'go', next: [next] };
    case 'exit':
      return { kind: 'quit' };
    case 'is-active':
    case 'is-stale':
      return { kind: 'go', next: [next] };
  }
}

/** The consumer is sent back to the message at hand, and nothing is done for it before the handler returns. */
function goesBack({ graph }: UnitModel, { offset, next }: ControlStep): boolean {
  if (offset?.of !== 'current' || offset.next) return false;
  return !reachesFrom(graph, { from: next, until: new Set() }, ({ kind }) => ACTS.has(kind), normalSuccessors);
}

const ACTS: ReadonlySet<Step['kind']> = new Set(['write', 'produce', 'read', 'control', 'opaque', 'each', 'failure']);

/** One number for all copies of one begin. */
function siteOf({ graph }: UnitModel, step: ControlStep): number {
  return graph.steps.findIndex((other) => other.node === step.node);
}
