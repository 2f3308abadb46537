import ts from '../typescript.ts';
import type { Expiry } from '../facts/guard.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsFor, resourceAt } from '../recognize/resource-at.ts';
import { applies } from '../recognize/tag-condition.ts';
import { pathsOf, type Tag } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { writtenNumber } from './duration-value.ts';
import { sameResource } from './record-match.ts';
import type { UnitGuard } from './unit-guard.ts';
import type { Reach } from './reach.ts';

/** How long the record of a guard lives, where it is certain to end by itself: the shortest of what is written. */
export function expiryOf(knowledge: Knowledge, graph: UnitGraph, reach: Reach, guard: UnitGuard): Expiry | undefined {
  const records = [...guard.records].flatMap((id) => graph.steps[id] ?? []);
  if (isLease(graph, reach, guard, records)) return undefined;
  const found = records.flatMap((step) => [
    ...timesAt(knowledge, step.node, step.env, undefined),
    ...(step.kind === 'write' ? timesElsewhere(knowledge, step.write.resource) : []),
  ]);
  return found.sort((a, b) => a.seconds - b.seconds)[0];
}

/** Given back, or replaced by another record, once the work is done: what expires is only the wait of somebody else. */
function isLease(graph: UnitGraph, reach: Reach, guard: UnitGuard, records: readonly Step[]): boolean {
  const ends = [...guard.forgets, ...othersOf(graph, guard, records)];
  return records.some(({ id }) => ends.some((end) => reach.reachesNormally(id, end)));
}

function othersOf(graph: UnitGraph, guard: UnitGuard, records: readonly Step[]): readonly StepId[] {
  if (guard.guard.form !== 'claim') return [];
  const resources = records.flatMap((step) => (step.kind === 'write' ? [step.write.resource] : []));
  return graph.steps.flatMap((step) => {
    const isOther = step.kind === 'write' && step.write.category === 'cache' && !guard.records.has(step.id);
    return isOther && !ttlOnly(step) && resources.some((each) => sameResource(each, step.write.resource))
      ? [step.id]
      : [];
  });
}

/** `expire` says how long, and records nothing. */
function ttlOnly(step: Step): boolean {
  return step.kind === 'write' && /expire$/i.test(step.write.label);
}

/** `expire(key, 60)` after the record, or an index that lets the records of a collection expire. */
function timesElsewhere(knowledge: Knowledge, resource: string | undefined): readonly Expiry[] {
  if (resource === undefined) return [];
  return callsTagged(knowledge, 'ttl').flatMap((call) => timesAt(knowledge, call, undefined, resource));
}

function timesAt(
  knowledge: Knowledge,
  node: ts.Node,
  env: Env | undefined,
  resource: string | undefined,
): readonly Expiry[] {
  if (!ts.isCallExpression(node)) return [];
  const tags = tagsOfCall(knowledge, node, env);
  return tags.flatMap((tag) => {
    if (tag.verb !== 'ttl' || applies(knowledge, tag, node, env) !== 'yes') return [];
    const isAbout =
      resource === undefined ||
      (tag.paths.has('resource') && sameResource(resourceAt(knowledge, tag, node, env), resource));
    return isAbout ? timeIn(knowledge, tag, node, env) : [];
  });
}

function timeIn(knowledge: Knowledge, tag: Tag, call: ts.CallExpression, env: Env | undefined): readonly Expiry[] {
  const inSeconds = pathsOf(tag, 'seconds');
  const [ref, ...others] = refsFor(knowledge, [...inSeconds, ...pathsOf(tag, 'milliseconds')], call, env);
  const written = ref === undefined || others.length > 0 ? undefined : writtenNumber(knowledge, ref);
  if (written === undefined || written.value <= 0) return [];
  const seconds = inSeconds.length > 0 ? written.value : written.value / 1000;
  return [{ seconds, place: knowledge.slice.placeOf(written.node) }];
}
