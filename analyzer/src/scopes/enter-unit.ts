import type { Knowledge } from '../recognize/knowledge.ts';
import { inlineUnit } from '../summaries/inline-unit.ts';
import type { Step, UnitGraph } from '../summaries/unit-graph.ts';
import type { FoundConsumer } from './find-consumers.ts';
import type { Entry } from './entry.ts';
import { findGuards } from './find-guards.ts';
import type { UnitConditions } from './unit-guard.ts';

export interface EnteredUnit {
  readonly knowledge: Knowledge;
  readonly entry: Entry;
  readonly consumerId: string | undefined;
  readonly groupId: string | undefined;
  readonly graph: UnitGraph;
  readonly conditions: UnitConditions;
}

/** What a branch may lead to: an effect, or the offsets of a transaction. */
function isTarget(step: Step): boolean {
  return step.kind === 'write' || step.kind === 'produce' || (step.kind === 'control' && step.verb === 'send-offsets');
}

/** Enters a unit from its first line and reads what its branches ask. */
export function enterUnit(
  knowledge: Knowledge,
  entry: Entry,
  consumers: readonly FoundConsumer[],
  entersVouched = false,
): EnteredUnit {
  const { fn, caller, parameters, filters } = entry;
  const graph = inlineUnit(knowledge, fn, caller, parameters, { filters, entersVouched });
  const targets = graph.steps.flatMap((step) => (isTarget(step) ? [step.key] : []));
  const conditions = findGuards(knowledge, graph, graph.root, [...new Set(targets)]);
  const consumer = consumers.find(({ origin }) => entry.consumers.includes(origin))?.consumer;
  return { knowledge, entry, consumerId: consumer?.id, groupId: consumer?.groupId, graph, conditions };
}
