import type ts from '../typescript.ts';
import type { UnitInput } from '../facts/delivery.ts';
import { comparePlaces } from '../facts/place.ts';
import type { OutOfSight } from '../facts/written.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { pathsOf } from '../recognize/tag.ts';
import { creationsBehind } from './creations.ts';
import type { Entry } from './entry.ts';
import { consumerCallAt, groupsOf, textsOf } from './find-consumers.ts';
import { contextsOf } from './find-contexts.ts';
import { isSeen, relationOf } from './same-creation.ts';
import { resultHolder } from './result-holder.ts';
import { taggedUses, type TaggedUse } from './tagged-uses.ts';
import { useOf } from './use-of.ts';
import { outOfSight, unfollowed } from './unfollowed.ts';

type Input = Omit<UnitInput, 'unit'>;

/** What a handler reads, seen from where it is handed over. */
export function findInput(knowledge: Knowledge, entry: Entry): Input {
  const usedAt = useOf(knowledge, entry.fn.fn, entry.caller);
  const topics = topicsOf(knowledge, entry);
  return { ...(usedAt === undefined ? {} : { usedAt }), ...topics, ...groupOf(knowledge, entry) };
}

function topicsOf(knowledge: Knowledge, entry: Entry): Pick<Input, 'topics' | 'unresolved'> {
  const uses = entry.pattern === undefined ? subscribing(knowledge, entry) : [entry.pattern];
  const found = uses.map(({ call, env, tag }) => {
    const at = pathsOf(tag, 'topic').map((path) => refsAt(knowledge, call, path, env));
    const refs = at.flatMap((each) => each.refs);
    const [argument] = call.arguments ?? [];
    const lost = refs.length === 0 && at.some(({ unknown }) => unknown) && argument !== undefined;
    const written = lost ? [outOfSight(knowledge, argument)] : unfollowed(knowledge, refs);
    return { topics: textsOf(knowledge, refs), written };
  });
  return {
    topics: [...new Set(found.flatMap(({ topics }) => topics))].sort(),
    unresolved: distinct(found.flatMap(({ written }) => written)),
  };
}

function subscribing(knowledge: Knowledge, { creations, caller, call: consuming }: Entry): readonly TaggedUse[] {
  const related = taggedUses(knowledge, 'subscribe').flatMap((use) => {
    const behind = creationsBehind(knowledge, use.call, use.env);
    const relation = relationOf(creations, behind);
    return relation === undefined ? [] : [{ use, relation }];
  });
  const own = related.filter(({ relation }) => relation !== 'another');
  const uses = (own.length > 0 ? own : related).map(({ use }) => use);
  const isSure = own.some(({ relation }) => relation === 'same');
  return ofOneHolder(knowledge, isSure ? uses : closest(uses, ({ env }) => env, caller), consuming);
}

/** One factory may make several consumers: what another variable of its results subscribes to is not for this one. */
function ofOneHolder(
  knowledge: Knowledge,
  uses: readonly TaggedUse[],
  consuming: ts.CallExpression | undefined,
): readonly TaggedUse[] {
  const own = resultHolder(knowledge, consuming);
  const held = uses.map((use) => ({ use, holder: resultHolder(knowledge, use.call) }));
  if (own === undefined || !held.some(({ holder }) => holder === own)) return uses;
  return held.flatMap(({ use, holder }) => (holder === undefined || holder === own ? [use] : []));
}

function groupOf(knowledge: Knowledge, { creations, caller }: Entry): Pick<Input, 'groupId' | 'groupWritten'> {
  const made = [...new Set(creations.map(({ call }) => call))].flatMap((call) => {
    const consumer = consumerCallAt(knowledge, call);
    if (consumer === undefined) return [];
    // What comes out of a cache was made in some way that is not in sight; what made this one is.
    const seen = creations.filter((creation) => creation.call === call && isSeen(creation)).map(({ env }) => env);
    const envs = seen.length > 0 ? seen : closest(contextsOf(knowledge, call), (env) => env, caller);
    return [groupsOf(knowledge, consumer, envs)];
  });
  const texts = [...new Set(made.flatMap((groups) => groups.texts))].sort();
  const [groupId, ...others] = texts;
  const refs = made.flatMap((groups) => groups.refs);
  const [open] = unfollowed(knowledge, refs);
  const [several] = others.length === 0 ? [] : refs.map(({ node }) => outOfSight(knowledge, node, texts));
  const groupWritten = open ?? several ?? made.find(({ lost }) => lost !== undefined)?.lost;
  return {
    ...(groupId !== undefined && others.length === 0 ? { groupId } : {}),
    ...(groupWritten === undefined ? {} : { groupWritten }),
  };
}

/** Of several ways to a place, those that may belong to the same run of the program as another way. */
function closest<T>(uses: readonly T[], envOf: (use: T) => Env | undefined, env: Env | undefined): readonly T[] {
  for (const belongs of [sameWay, sameObject, sameStart]) {
    const found = uses.filter((use) => belongs(envOf(use), env));
    if (found.length > 0) return found;
  }
  return uses;
}

function sameWay(a: Env | undefined, b: Env | undefined): boolean {
  return a === b;
}

/** Two methods of one object, which was made in one place. */
function sameObject(a: Env | undefined, b: Env | undefined): boolean {
  const [first, second] = [a?.self, b?.self];
  if (first?.kind !== 'instance' || second?.kind !== 'instance') return false;
  return first.creation !== undefined && first.creation.node === second.creation?.node;
}

/** Two calls that one function makes. */
function sameStart(a: Env | undefined, b: Env | undefined): boolean {
  return a !== undefined && b !== undefined && starts(a).some((env) => starts(b).includes(env));
}

function starts(env: Env): readonly Env[] {
  return env.caller === undefined ? [env] : [env, ...starts(env.caller)];
}

function distinct(found: readonly OutOfSight[]): readonly OutOfSight[] {
  const byText = new Map(found.map((written) => [JSON.stringify(written), written]));
  return [...byText.values()].sort((a, b) => comparePlaces(a.place, b.place));
}
