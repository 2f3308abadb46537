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
  return withSubscriptions(
    callsTagged(knowledge, 'create-consumer').flatMap((call) => consumerOf(knowledge, call) ?? []),
    callsTagged(knowledge, 'subscribe').flatMap((call) => subscriptionsOf(knowledge, call)),
  );
}

/** The consumer that a call makes, before it is known what that subscribes to. */
export function consumerOf(knowledge: Knowledge, call: ConsumerCall): FoundConsumer | undefined {
  const [member] = knowledge.calleesOf(call, undefined).library;
  if (member === undefined || !member.tags.some((tag) => tag.verb === 'create-consumer')) return undefined;
  return { consumer: consumerAt(knowledge, call, member), origin: call };
}

/** What one call, seen through each way of reaching it, subscribes one consumer to. */
export interface Subscription {
  /** The call that made the consumer. */
  readonly origin: ts.Node;
  readonly topics: readonly string[];
  /** True when some topic did not resolve. */
  readonly unknown: boolean;
}

/** Sorted by place. */
export function withSubscriptions(
  consumers: readonly FoundConsumer[],
  subscriptions: readonly Subscription[],
): readonly FoundConsumer[] {
  const found = consumers.map(({ consumer, origin }) => {
    const own = subscriptions.filter((subscription) => subscription.origin === origin);
    const topics = [...new Set(own.flatMap((subscription) => subscription.topics))].sort();
    const topicsUnknown = own.length === 0 || own.some(({ unknown }) => unknown);
    return { consumer: { ...consumer, topics, topicsUnknown }, origin };
  });
  return found.sort((a, b) => comparePlaces(a.consumer.place, b.consumer.place));
}

type ConsumerCall = ts.CallExpression | ts.NewExpression;

function consumerAt(knowledge: Knowledge, call: ConsumerCall, member: LibraryCall): Consumer {
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
    topics: [],
    topicsUnknown: true,
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

export function subscriptionsOf(knowledge: Knowledge, call: ConsumerCall): readonly Subscription[] {
  const [member] = knowledge.calleesOf(call, undefined).library;
  const tag = member?.tags.find(({ verb }) => verb === 'subscribe');
  if (tag === undefined) return [];
  return contextsOf(knowledge, call).flatMap((env) => {
    const refs = pathsOf(tag, 'topic').map((path) => refsAt(knowledge, call, path, env));
    const values = refs.flatMap((at) => at.refs.flatMap((ref) => knowledge.valuesOf(ref)));
    const topics = values.flatMap((v) => (v.kind === 'constant' && typeof v.value === 'string' ? [v.value] : []));
    const unknown = topics.length === 0 || refs.some((at) => at.unknown) || values.some((v) => v.kind === 'opaque');
    return consumersBehind(knowledge, call, env).map((origin) => ({ origin, topics, unknown }));
  });
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
