import ts from '../typescript.ts';
import type { Expiry } from '../facts/guard.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { WriteMeaning } from '../recognize/meaning.ts';
import { refsFor, resourceAt } from '../recognize/resource-at.ts';
import { applies } from '../recognize/tag-condition.ts';
import { pathsOf, type Tag } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { writtenNumber } from './duration-value.ts';
import { sameResource } from './record-match.ts';
import type { UnitGuard } from './unit-guard.ts';
import type { Reach } from './reach.ts';

/** How long the record of a guard lives, where it is certain to end by itself: the shortest of what is written. */
export function expiryOf(knowledge: Knowledge, graph: UnitGraph, reach: Reach, guard: UnitGuard): Expiry | undefined {
  const records = [...guard.records].flatMap((id) => graph.steps[id] ?? []);
  if (isLease(graph, reach, guard, records)) return undefined;
  const found = records
    .filter((step) => !isReplaced(reach, step, records))
    .flatMap((step) => [
      ...timesAt(knowledge, step.node, step.env),
      ...(step.kind === 'write' ? timesElsewhere(knowledge, step.write) : []),
    ]);
  return found.sort((a, b) => a.seconds - b.seconds)[0];
}

/** Given back, or replaced by another record, once the work is done: what expires is only the wait of somebody else. */
function isLease(graph: UnitGraph, reach: Reach, guard: UnitGuard, records: readonly Step[]): boolean {
  const ends = [...guard.forgets, ...othersOf(graph, guard, records)];
  return records.some(({ id }) => ends.some((end) => reach.reachesNormally(id, end)));
}

/** It says that the work is going on, and another record says that it is done: `busy`, and then `done`. */
function isReplaced(reach: Reach, step: Step, records: readonly Step[]): boolean {
  const says = wordUnderKey(step);
  return records.some((later) => {
    const word = wordUnderKey(later);
    return word !== undefined && says !== undefined && word !== says && reach.reachesNormally(step.id, later.id);
  });
}

function wordUnderKey(step: Step): string | undefined {
  const said = step.kind === 'write' ? step.write.says?.find(({ field }) => field === undefined) : undefined;
  return said?.words.length === 1 ? said.words[0] : undefined;
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
function timesElsewhere(knowledge: Knowledge, record: Place): readonly Expiry[] {
  return callsAbout(knowledge, record).flatMap(({ tag, call }) => timeIn(knowledge, tag, call, undefined));
}

/** Whether a call elsewhere gives records of this place a time to live, however long. */
export function expiresElsewhere(knowledge: Knowledge, record: Place): boolean {
  // Without a time in it a call gives none: most indexes live for good.
  return callsAbout(knowledge, record).some(
    ({ tag, call }) => refsFor(knowledge, timePaths(tag), call, undefined).length > 0,
  );
}

/** Where records lie: a table and a collection may be called the same. */
type Place = Pick<WriteMeaning, 'resource' | 'library'>;

interface TaggedCall {
  readonly tag: Tag;
  readonly call: ts.CallExpression;
}

function callsAbout(knowledge: Knowledge, { resource, library }: Place): readonly TaggedCall[] {
  if (resource === undefined) return [];
  return callsTagged(knowledge, 'ttl').flatMap((call) =>
    timesIn(knowledge, call, undefined, library).filter(
      ({ tag }) => tag.paths.has('resource') && sameResource(resourceAt(knowledge, tag, call, undefined), resource),
    ),
  );
}

function timesAt(knowledge: Knowledge, node: ts.Node, env: Env | undefined): readonly Expiry[] {
  return timesIn(knowledge, node, env).flatMap(({ tag, call }) => timeIn(knowledge, tag, call, env));
}

function timesIn(knowledge: Knowledge, node: ts.Node, env: Env | undefined, library?: string): readonly TaggedCall[] {
  if (!ts.isCallExpression(node)) return [];
  const members = knowledge.calleesOf(node, env).library;
  const own = members.filter(({ stub }) => library === undefined || stub.packageName === library);
  return own
    .flatMap(({ tags }) => tags)
    .filter((tag) => tag.verb === 'ttl' && applies(knowledge, tag, node, env) === 'yes')
    .map((tag) => ({ tag, call: node }));
}

function timePaths(tag: Tag): ReturnType<typeof pathsOf> {
  return [...pathsOf(tag, 'seconds'), ...pathsOf(tag, 'milliseconds')];
}

function timeIn(knowledge: Knowledge, tag: Tag, call: ts.CallExpression, env: Env | undefined): readonly Expiry[] {
  const inSeconds = pathsOf(tag, 'seconds');
  const [ref, ...others] = refsFor(knowledge, timePaths(tag), call, env);
  const written = ref === undefined || others.length > 0 ? undefined : writtenNumber(knowledge, ref);
  if (written === undefined || written.value <= 0) return [];
  const seconds = inSeconds.length > 0 ? written.value : written.value / 1000;
  return [{ seconds, place: knowledge.slice.placeOf(written.node) }];
}
