import ts from '../typescript.ts';
import type { Consumer } from '../facts/consumer.ts';
import { comparePlaces } from '../facts/place.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { receiverOf, refsAt } from '../recognize/path-refs.ts';
import { optionOf, writtenOption } from '../recognize/read-options.ts';
import { pathsOf } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Ref } from '../recognize/value.ts';
import { contextsOf } from './find-contexts.ts';

/** A consumer with the call that makes it. */
export interface FoundConsumer {
  readonly consumer: Consumer;
  readonly origin: ts.Node;
}

/** Every consumer that the slice constructs, with what it subscribes to. */
export function findConsumers(knowledge: Knowledge): readonly FoundConsumer[] {
  const subscriptions = findSubscriptions(knowledge);
  const found = callsTagged(knowledge, 'create-consumer').flatMap((call) => {
    const [member] = knowledge.calleesOf(call, undefined).library;
    if (member === undefined || !member.tags.some((tag) => tag.verb === 'create-consumer')) return [];
    return [{ consumer: consumerAt(knowledge, call, member, subscriptions.get(call)), origin: call }];
  });
  return found.sort((a, b) => comparePlaces(a.consumer.place, b.consumer.place));
}

interface Subscription {
  readonly topics: Set<string>;
  unknown: boolean;
}

function consumerAt(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
  member: LibraryCall,
  subscription: Subscription | undefined,
): Consumer {
  const place = knowledge.slice.placeOf(call);
  const isolation = contextOptions(knowledge, call, member, 'read-uncommitted').flatMap(
    (option) => writtenOption(knowledge, option) ?? [],
  );
  const [groupId, ...otherIds] = [
    ...new Set(contextOptions(knowledge, call, member, 'group-id').flatMap((o) => textsOf(knowledge, o.refs))),
  ];
  // The option that opts out counts, whichever context it is seen in.
  const readUncommitted = isolation.find((option) => option.value === true) ?? isolation[0];
  return {
    id: `${place.file}:${String(place.start.line)}:${String(place.start.column)}`,
    place,
    library: member.stub.packageName,
    ...(groupId !== undefined && otherIds.length === 0 ? { groupId } : {}),
    topics: [...(subscription?.topics ?? [])].sort(),
    topicsUnknown: subscription?.unknown ?? true,
    ...(readUncommitted === undefined ? {} : { readUncommitted }),
  };
}

function contextOptions(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
  member: LibraryCall,
  meaning: string,
): readonly NonNullable<ReturnType<typeof optionOf>>[] {
  return contextsOf(knowledge, call).flatMap((env) => optionOf(knowledge, member, call, env, meaning) ?? []);
}

export function textsOf(knowledge: Knowledge, refs: readonly Ref[]): readonly string[] {
  return refs.flatMap((ref) =>
    knowledge
      .valuesOf(ref)
      .flatMap((value) => (value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [])),
  );
}

function findSubscriptions(knowledge: Knowledge): ReadonlyMap<ts.Node, Subscription> {
  const found = new Map<ts.Node, Subscription>();
  for (const call of callsTagged(knowledge, 'subscribe')) {
    const [member] = knowledge.calleesOf(call, undefined).library;
    const tag = member?.tags.find(({ verb }) => verb === 'subscribe');
    if (tag === undefined) continue;
    for (const env of contextsOf(knowledge, call)) {
      const refs = pathsOf(tag, 'topic').map((path) => refsAt(knowledge, call, path, env));
      const values = refs.flatMap((at) => at.refs.flatMap((ref) => knowledge.valuesOf(ref)));
      const topics = values.flatMap((v) => (v.kind === 'constant' && typeof v.value === 'string' ? [v.value] : []));
      const unknown = topics.length === 0 || refs.some((at) => at.unknown) || values.some((v) => v.kind === 'opaque');
      for (const origin of consumersBehind(knowledge, call, env)) {
        const known = found.get(origin) ?? { topics: new Set<string>(), unknown: false };
        for (const topic of topics) known.topics.add(topic);
        known.unknown ||= unknown;
        found.set(origin, known);
      }
    }
  }
  return found;
}

/** The calls that may have made the consumer a method is called on. */
export function consumersBehind(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
  env: Env | undefined,
): readonly ts.Node[] {
  const receiver = receiverOf(call);
  if (receiver === undefined) return [];
  return knowledge
    .valuesOf({ node: receiver, env })
    .flatMap((value) => (value.kind === 'library' && ts.isCallExpression(value.origin) ? [value.origin] : []));
}
