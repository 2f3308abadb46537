import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { sameResource } from './record-match.ts';
import { normalSuccessors } from './reach.ts';

/**
 * `account = await find(id); if (!account) account = await create(id)`: the row is made for the first message only, and
 * what follows runs for each. The steps, by key, that a look-up of the same rows leads to past an insert.
 */
export function reachedAround(graph: UnitGraph, inserts: ReadonlySet<StepId>): ReadonlySet<string> {
  const lookUps = graph.steps.filter(
    (step) => step.kind === 'read' && [...inserts].some((id) => isOfSameRows(step, graph.steps[id])),
  );
  const leading = lookUps.filter((step) => [...stepsFrom(graph, step)].some(({ id }) => inserts.has(id)));
  return new Set(leading.flatMap((step) => [...stepsFrom(graph, step, inserts)].map(({ key }) => key)));
}

function isOfSameRows(read: Step, insert: Step | undefined): boolean {
  return read.kind === 'read' && insert?.kind === 'write' && sameResource(read.read.resource, insert.write.resource);
}

function stepsFrom(graph: UnitGraph, from: Step, except: ReadonlySet<StepId> = new Set()): ReadonlySet<Step> {
  const found = new Set<Step>();
  const pending = [...normalSuccessors(from)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const step = graph.steps[id];
    if (step === undefined || found.has(step) || except.has(id)) continue;
    found.add(step);
    pending.push(...normalSuccessors(step));
  }
  return found;
}
