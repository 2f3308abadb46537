import ts from '../typescript.ts';
import { comparePlaces } from '../facts/place.ts';
import type { Producer, ProducerCall } from '../facts/producer.ts';
import { callName } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { optionOf } from '../recognize/read-options.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { producerMadeBy } from './creations.ts';
import { textsOf } from './find-consumers.ts';
import { contextsOf } from './find-contexts.ts';
import { identityOrigin, writtenIdentity } from './producer-identity.ts';
import { taggedUses, type TaggedUse } from './tagged-uses.ts';
import { useOf } from './use-of.ts';
import { outOfSight, unfollowed } from './unfollowed.ts';

/** Every producer that the slice constructs. */
export function findProducers(knowledge: Knowledge): readonly Producer[] {
  const found = callsTagged(knowledge, 'create-producer').flatMap((call) => {
    const member = producerMadeBy(knowledge, call, undefined);
    return member === undefined ? [] : [producerAt(knowledge, call, member)];
  });
  return found.sort((a, b) => comparePlaces(a.place, b.place));
}

function producerAt(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression, member: LibraryCall): Producer {
  const place = knowledge.slice.placeOf(call);
  const options = contextsOf(knowledge, call).flatMap(
    (env) => optionOf(knowledge, member, call, env, 'transactional-id') ?? [],
  );
  const refs = options.flatMap((option) => option.refs);
  const [first] = refs;
  return {
    id: idOf(knowledge, call),
    place,
    library: member.stub.packageName,
    ...(first === undefined
      ? {}
      : {
          transactionalId: {
            ...writtenIdentity(knowledge, first),
            origin: options.some(({ unknown }) => unknown) ? 'unknown' : identityOrigin(knowledge, refs),
          },
        }),
  };
}

/** Every send and every begin, inside units and outside them. */
export function findProducerCalls(knowledge: Knowledge): readonly ProducerCall[] {
  const begins = taggedUses(knowledge, 'begin').map((use) => beginAt(knowledge, use));
  const sends = taggedUses(knowledge, 'produce').flatMap((use) => sendAt(knowledge, use));
  return merged([...begins, ...sends]).sort(
    (a, b) => comparePlaces(a.place, b.place) || comparePlaces(a.usedAt?.place ?? a.place, b.usedAt?.place ?? b.place),
  );
}

function beginAt(knowledge: Knowledge, use: TaggedUse): ProducerCall {
  const producers = producersBehind(knowledge, use.call, use.env);
  return { kind: 'begin', ...named(knowledge, use), transactional: true, topics: [], unresolved: [], producers };
}

function sendAt(knowledge: Knowledge, use: TaggedUse): readonly ProducerCall[] {
  const { call, env } = use;
  return meaningsOf(knowledge, call, env).flatMap((meaning): readonly ProducerCall[] => {
    if (meaning.kind !== 'produce') return [];
    const [argument] = call.arguments ?? [];
    const unresolved =
      meaning.topics.length === 0 && argument !== undefined
        ? [outOfSight(knowledge, argument)]
        : unfollowed(knowledge, meaning.topics);
    const { transactional } = meaning;
    const topics = textsOf(knowledge, meaning.topics);
    const producers = producersBehind(knowledge, call, env);
    return [{ kind: 'send', ...named(knowledge, use), transactional, topics, unresolved, producers }];
  });
}

function named(knowledge: Knowledge, { call, env }: TaggedUse): Pick<ProducerCall, 'place' | 'label' | 'usedAt'> {
  const usedAt = useOf(knowledge, call, env);
  const place = knowledge.slice.placeOf(call.expression);
  return { place, label: callName(call), ...(usedAt === undefined ? {} : { usedAt }) };
}

/** The ways that lead through one use are one call. */
function merged(calls: readonly ProducerCall[]): ProducerCall[] {
  const byUse = new Map<string, ProducerCall>();
  for (const call of calls) {
    const key = JSON.stringify([call.kind, call.place, call.usedAt, call.transactional]);
    const known = byUse.get(key);
    const unresolved = new Map([...(known?.unresolved ?? []), ...call.unresolved].map((w) => [JSON.stringify(w), w]));
    byUse.set(key, {
      ...call,
      topics: sorted([...(known?.topics ?? []), ...call.topics]),
      unresolved: [...unresolved.values()].sort((a, b) => comparePlaces(a.place, b.place)),
      producers: sorted([...(known?.producers ?? []), ...call.producers]),
    });
  }
  return [...byUse.values()];
}

const DEPTH = 4;

/** The producers that a method is called on, or that handed out what it is called on. */
function producersBehind(knowledge: Knowledge, call: AnyCall, env: Env | undefined, depth = 0): readonly string[] {
  const receiver = receiverOf(call);
  if (receiver === undefined || depth > DEPTH) return [];
  return knowledge.valuesOf({ node: receiver, env }).flatMap((value): readonly string[] => {
    if (value.kind !== 'library') return [];
    const { origin } = value;
    if (!ts.isCallExpression(origin) && !ts.isNewExpression(origin)) return [];
    return producerMadeBy(knowledge, origin, value.env) === undefined
      ? producersBehind(knowledge, origin, value.env, depth + 1)
      : [idOf(knowledge, origin)];
  });
}

function idOf(knowledge: Knowledge, call: ts.Node): string {
  const { file, start } = knowledge.slice.placeOf(call);
  return `${file}:${String(start.line)}:${String(start.column)}`;
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
