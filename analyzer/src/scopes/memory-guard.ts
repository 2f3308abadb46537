import ts from '../typescript.ts';
import type { Guard } from '../facts/guard.ts';
import { nameOf } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { provenanceOf } from '../recognize/stability.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { containerOf, keyOf, objectOf } from './container.ts';
import type { Reach } from './reach.ts';
import { branchOf, ids, type Candidate, type Member } from './unit-guard.ts';

/** What a guard is looked for in. */
export interface GuardScope {
  readonly knowledge: Knowledge;
  readonly graph: UnitGraph;
  /** The env of the unit's first line. */
  readonly unit: Env | undefined;
  /** For the writes of the unit. */
  readonly reach: Reach;
}

/** A collection of the process that is asked and filled by something of the message. */
export function memoryGuard(
  scope: GuardScope,
  first: Step & { readonly kind: 'container' },
  asks: ReadonlySet<StepId>,
  members: readonly Member[],
): Candidate | undefined {
  const container = containerOf(scope.knowledge, first, scope.unit);
  if (container === undefined || container.perCall || !isOfMessage(scope, first)) return undefined;
  const changes = scope.graph.steps.filter(
    (step): step is Step & { readonly kind: 'container' } =>
      step.kind === 'container' &&
      step.container.verb !== 'check' &&
      isOfMessage(scope, step) &&
      containerOf(scope.knowledge, step, scope.unit)?.symbol === container.symbol,
  );
  const records = changes.filter((step) => step.container.verb === 'fill');
  if (records.length === 0 || isLock(scope, records, changes)) return undefined;
  const usable = members.filter(({ test }) => test.via !== 'field');
  if (usable.length === 0) return undefined;
  const guard: Guard = {
    id: first.key,
    store: 'memory',
    form: 'check',
    place: lookupPlace(scope, first),
    label: labelOf(first),
    records: records.map((step) => scope.knowledge.slice.placeOf(step.node)),
  };
  const forgets = ids(changes.filter((step) => step.container.verb === 'forget'));
  const branches = usable.map(branchOf('recorded'));
  return { guard, asks, records: ids(records), forgets, expires: false, branches, throws: false };
}

/** Taken out again on the way that succeeds: it keeps two calls apart, not two deliveries. */
function isLock(
  scope: GuardScope,
  records: readonly Step[],
  changes: readonly (Step & { readonly kind: 'container' })[],
): boolean {
  const forgets = changes.filter((step) => step.container.verb === 'forget');
  return records.some((record) => forgets.some((forget) => scope.reach.reachesNormally(record.id, forget.id)));
}

function isOfMessage(scope: GuardScope, step: Step & { readonly kind: 'container' }): boolean {
  const key = keyOf(step);
  return key !== undefined && provenanceOf(scope.knowledge, key).message;
}

function lookupPlace(scope: GuardScope, step: Step): Guard['place'] {
  const { node } = step;
  return scope.knowledge.slice.placeOf(ts.isCallExpression(node) ? node.expression : node);
}

function labelOf(step: Step & { readonly kind: 'container' }): string {
  const object = objectOf(step);
  return object === undefined ? 'the collection' : nameOf(object);
}
