import ts from '../typescript.ts';
import { comparePlaces, compareText } from '../facts/place.ts';
import type { Producer, ProducerCall } from '../facts/producer.ts';
import { callName } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { producerMadeBy } from './creations.ts';
import { textsOf } from './find-consumers.ts';
import { idsOfMade, writtenAt, type MadeProducer } from './made-producers.ts';
import { identityOrigin, writtenIdentity } from './producer-identity.ts';
import { taggedUses, type TaggedUse } from './tagged-uses.ts';
import { useOf } from './use-of.ts';
import { outOfSight, unfollowed } from './unfollowed.ts';

/** The producers that the slice constructs. */
export function findProducers(knowledge: Knowledge, made: readonly MadeProducer[]): readonly Producer[] {
  return made
    .map((producer) => producerOf(knowledge, producer))
    .sort((a, b) => comparePlaces(a.place, b.place) || compareText(a.id, b.id));
}

function producerOf(knowledge: Knowledge, { id, call, library, options, isOneOfSeveral }: MadeProducer): Producer {
  const place = knowledge.slice.placeOf(call);
  const refs = options.flatMap((option) => option.refs);
  const [first] = refs;
  const base = { id, place, library: library.stub.packageName };
  if (first === undefined) return base;
  const sources = refs.map((ref) => writtenAt(knowledge, ref));
  const written = writtenIdentity(knowledge, sources[0] ?? first);
  const [text] = isOneOfSeveral ? textsOf(knowledge, [first]) : [];
  const origin = options.some(({ unknown }) => unknown) ? 'unknown' : identityOrigin(knowledge, sources);
  // The factory's text is that of all of them.
  const shown = origin === 'constant' && text !== undefined ? { ...written, text: `'${text}'` } : written;
  return { ...base, transactionalId: { ...shown, origin } };
}

/** Every send and every begin, inside units and outside them. */
export function findProducerCalls(knowledge: Knowledge, made: readonly MadeProducer[]): readonly ProducerCall[] {
  const begins = taggedUses(knowledge, 'begin').map((use) => beginAt(knowledge, use, made));
  const sends = taggedUses(knowledge, 'produce').flatMap((use) => sendAt(knowledge, use, made));
  return merged([...begins, ...sends]).sort(
    (a, b) => comparePlaces(a.place, b.place) || comparePlaces(a.usedAt?.place ?? a.place, b.usedAt?.place ?? b.place),
  );
}

function beginAt(knowledge: Knowledge, use: TaggedUse, made: readonly MadeProducer[]): ProducerCall {
  const producers = producersBehind(knowledge, use, made);
  return { kind: 'begin', ...named(knowledge, use), transactional: true, topics: [], unresolved: [], producers };
}

function sendAt(knowledge: Knowledge, use: TaggedUse, made: readonly MadeProducer[]): readonly ProducerCall[] {
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
    const producers = producersBehind(knowledge, use, made);
    return [{ kind: 'send', ...named(knowledge, use), transactional, topics, unresolved, producers }];
  });
}

function named(knowledge: Knowledge, { call, env }: TaggedUse): Pick<ProducerCall, 'place' | 'label' | 'usedAt'> {
  const usedAt = useOf(knowledge, call, env);
  const place = knowledge.slice.placeOf(call.expression);
  return { place, label: callName(call), ...(usedAt === undefined ? {} : { usedAt }) };
}

/** The ways that lead through one use to one producer are one call. */
function merged(calls: readonly ProducerCall[]): ProducerCall[] {
  const byUse = new Map<string, ProducerCall>();
  for (const call of calls) {
    const key = JSON.stringify([call.kind, call.place, call.usedAt, call.transactional, call.producers]);
    const known = byUse.get(key);
    const unresolved = new Map([...(known?.unresolved ?? []), ...call.unresolved].map((w) => [JSON.stringify(w), w]));
    byUse.set(key, {
      ...call,
      topics: sorted([...(known?.topics ?? []), ...call.topics]),
      unresolved: [...unresolved.values()].sort((a, b) => comparePlaces(a.place, b.place)),
    });
  }
  return [...byUse.values()];
}

const DEPTH = 4;

/** The ids of the producers that a method is called on, or that handed out what it is called on. */
export function producersBehind(
  knowledge: Knowledge,
  { call, env }: { readonly call: AnyCall; readonly env: Env | undefined },
  made: readonly MadeProducer[],
  depth = 0,
): readonly string[] {
  const receiver = receiverOf(call);
  if (receiver === undefined || depth > DEPTH) return [];
  const found = knowledge.valuesOf({ node: receiver, env }).flatMap((value): readonly string[] => {
    if (value.kind !== 'library') return [];
    const { origin } = value;
    if (!ts.isCallExpression(origin) && !ts.isNewExpression(origin)) return [];
    const from = { call: origin, env: value.env };
    return producerMadeBy(knowledge, origin, value.env) === undefined
      ? producersBehind(knowledge, from, made, depth + 1)
      : idsOfMade(made, knowledge, from);
  });
  return sorted(found);
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
