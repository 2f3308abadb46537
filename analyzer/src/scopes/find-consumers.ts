import type ts from 'typescript';
import type { Consumer } from '../facts/consumer.ts';
import type { WrittenOption } from '../facts/option.ts';
import { comparePlaces } from '../facts/place.ts';
import type { OutOfSight } from '../facts/written.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { optionOf, writtenOption, type FoundOption } from '../recognize/read-options.ts';
import { applies } from '../recognize/tag-condition.ts';
import type { Tag } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Ref } from '../recognize/value.ts';
import { contextsOf } from './find-contexts.ts';
import { outOfSight } from './unfollowed.ts';
import { findSubscriptions, type Subscription } from './find-subscriptions.ts';

/** A consumer with the call that makes it. */
export interface FoundConsumer {
  readonly consumer: Consumer;
  readonly origin: ts.Node;
}

/** Every consumer that the slice constructs, with what it subscribes to. */
export function findConsumers(knowledge: Knowledge): readonly FoundConsumer[] {
  return withSubscriptions(
    callsTagged(knowledge, 'create-consumer').flatMap((call) => consumerOf(knowledge, call) ?? []),
    findSubscriptions(knowledge),
  );
}

/** A consumer before it is known what it subscribes to. */
export interface MadeConsumer extends FoundConsumer {
  /** What it was made with, where isolation is concerned. */
  readonly isolation: readonly WrittenOption[];
  /** The group's id as it was configured, where that is one text. */
  readonly configuredGroup?: string;
}

/** The consumer that a call makes. */
export function consumerOf(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): MadeConsumer | undefined {
  const made = consumerCallAt(knowledge, call);
  return made === undefined ? undefined : consumerAt(knowledge, made);
}

/** What the library says of a call that makes a consumer. */
export function consumerCallAt(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
): ConsumerCall | undefined {
  const [member] = knowledge.calleesOf(call, undefined).library;
  const tag = member?.tags.find(
    (each) => each.verb === 'create-consumer' && applies(knowledge, each, call, undefined) !== 'no',
  );
  return member === undefined || tag === undefined ? undefined : { call, member, tag };
}

/** Sorted by place. */
export function withSubscriptions(
  consumers: readonly MadeConsumer[],
  subscriptions: readonly Subscription[],
): readonly FoundConsumer[] {
  const found = consumers.map(({ consumer, origin, isolation }) => {
    const own = subscriptions.filter((subscription) => subscription.origin === origin);
    // What a subscription says hides what its consumer was made with.
    const effective = [...own.flatMap((subscription) => subscription.isolation), ...isolation];
    // The option that opts out counts, whichever context it is seen in.
    const readUncommitted = effective.find((option) => option.value === true) ?? effective[0];
    const topics = [...new Set(own.flatMap((subscription) => subscription.topics))].sort();
    const topicsUnknown = own.length === 0 || own.some(({ unknown }) => unknown);
    const isolated = readUncommitted === undefined ? {} : { readUncommitted };
    return { consumer: { ...consumer, topics, topicsUnknown, ...isolated }, origin };
  });
  return found.sort((a, b) => comparePlaces(a.consumer.place, b.consumer.place));
}

export interface ConsumerCall {
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly member: LibraryCall;
  readonly tag: Tag;
}

function consumerAt(knowledge: Knowledge, made: ConsumerCall): MadeConsumer {
  const { call, member, tag } = made;
  const place = knowledge.slice.placeOf(call);
  const isolation = contextsOf(knowledge, call)
    .flatMap((env) => optionOf(knowledge, member, call, env, 'read-uncommitted') ?? [])
    .flatMap((option) => writtenOption(knowledge, option) ?? []);
  const { texts, configured } = groupsOf(knowledge, made, contextsOf(knowledge, call));
  const [groupId, ...otherGroups] = texts;
  const consumer: Consumer = {
    id: `${place.file}:${String(place.start.line)}:${String(place.start.column)}`,
    place,
    // A framework starts consumers of a package that the call does not come from.
    library: tag.values.get('of') ?? member.stub.packageName,
    ...(groupId === undefined || otherGroups.length > 0 ? {} : { groupId }),
    topics: [],
    topicsUnknown: true,
  };
  return { consumer, origin: call, isolation, ...(configured === undefined ? {} : { configuredGroup: configured }) };
}

/** The groups that a consumer may be in. */
interface Groups {
  /** As the broker knows them: some libraries append to the id that they are given. */
  readonly texts: readonly string[];
  /** The id as it was configured, where that is one text. */
  readonly configured: string | undefined;
  readonly refs: readonly Ref[];
  /** What the consumer is made with, where that may hold the id and is not in sight. */
  readonly lost?: OutOfSight;
}

/** Seen from these contexts of the call that makes the consumer. */
export function groupsOf(
  knowledge: Knowledge,
  { call, member, tag }: ConsumerCall,
  envs: readonly (Env | undefined)[],
): Groups {
  const optionsOf = (meaning: string): readonly FoundOption[] =>
    envs.flatMap((env) => optionOf(knowledge, member, call, env, meaning) ?? []);
  const options = optionsOf('group-id');
  const refs = options.flatMap((option) => option.refs);
  const [argument] = call.arguments ?? [];
  const isLost = refs.length === 0 && options.some(({ unknown }) => unknown);
  const lost = isLost && argument !== undefined ? { lost: outOfSight(knowledge, argument) } : {};
  const ids = [...new Set(textsOf(knowledge, refs))];
  const [only, ...others] = ids;
  const configured = others.length === 0 ? only : undefined;
  const ownSuffix = tag.values.get('suffix');
  if (ownSuffix === undefined) return { texts: ids, configured, refs, ...lost };
  const suffixes = optionsOf('group-suffix');
  const isDefault = suffixes.every((option) => option.refs.length === 0 && !option.unknown);
  const [suffix, ...more] = isDefault
    ? [ownSuffix]
    : new Set(suffixes.flatMap((option) => textsOf(knowledge, option.refs)));
  const texts = suffix === undefined || more.length > 0 ? [] : ids.map((id) => id + suffix);
  return { texts, configured, refs, ...lost };
}

export function textsOf(knowledge: Knowledge, refs: readonly Ref[]): readonly string[] {
  return refs.flatMap((ref) =>
    knowledge
      .valuesOf(ref)
      .flatMap((value) => (value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [])),
  );
}
