import type ts from 'typescript';
import type { Consumer } from '../facts/consumer.ts';
import type { WrittenOption } from '../facts/option.ts';
import { comparePlaces } from '../facts/place.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { optionOf, writtenOption } from '../recognize/read-options.ts';
import { applies } from '../recognize/tag-condition.ts';
import type { Tag } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Ref } from '../recognize/value.ts';
import { contextsOf } from './find-contexts.ts';
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
  const [member] = knowledge.calleesOf(call, undefined).library;
  const tag = member?.tags.find(
    (each) => each.verb === 'create-consumer' && applies(knowledge, each, call, undefined) !== 'no',
  );
  return member === undefined || tag === undefined ? undefined : consumerAt(knowledge, { call, member, tag });
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

interface ConsumerCall {
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly member: LibraryCall;
  readonly tag: Tag;
}

function consumerAt(knowledge: Knowledge, made: ConsumerCall): MadeConsumer {
  const { call, member, tag } = made;
  const place = knowledge.slice.placeOf(call);
  const isolation = contextOptions(knowledge, call, member, 'read-uncommitted').flatMap(
    (option) => writtenOption(knowledge, option) ?? [],
  );
  const groupId = groupIdOf(knowledge, made);
  const consumer: Consumer = {
    id: `${place.file}:${String(place.start.line)}:${String(place.start.column)}`,
    place,
    // A framework starts consumers of a package that the call does not come from.
    library: tag.values.get('of') ?? member.stub.packageName,
    ...(groupId === undefined ? {} : { groupId }),
    topics: [],
    topicsUnknown: true,
  };
  const [configured, ...others] = optionTexts(knowledge, call, member, 'group-id');
  const isOne = configured !== undefined && others.length === 0;
  return { consumer, origin: call, isolation, ...(isOne ? { configuredGroup: configured } : {}) };
}

/** The group that the broker knows: some libraries append to the id that they are given. */
function groupIdOf(knowledge: Knowledge, { call, member, tag }: ConsumerCall): string | undefined {
  const [id, ...others] = optionTexts(knowledge, call, member, 'group-id');
  if (id === undefined || others.length > 0) return undefined;
  const ownSuffix = tag.values.get('suffix');
  if (ownSuffix === undefined) return id;
  const suffixes = contextOptions(knowledge, call, member, 'group-suffix');
  if (suffixes.every(({ refs, unknown }) => refs.length === 0 && !unknown)) return id + ownSuffix;
  const [suffix, ...more] = optionTexts(knowledge, call, member, 'group-suffix');
  return suffix === undefined || more.length > 0 ? undefined : id + suffix;
}

function optionTexts(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
  member: LibraryCall,
  meaning: string,
): readonly string[] {
  return [...new Set(contextOptions(knowledge, call, member, meaning).flatMap((o) => textsOf(knowledge, o.refs)))];
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
