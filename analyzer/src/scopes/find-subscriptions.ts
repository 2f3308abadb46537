import type ts from 'typescript';
import type { WrittenOption } from '../facts/option.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { optionOf, writtenOption } from '../recognize/read-options.ts';
import { pathsOf, type Tag } from '../recognize/tag.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { creationsBehind } from './creations.ts';
import { contextsOf } from './find-contexts.ts';
import { decoratedMethods } from './find-decorated.ts';
import { hostsFor } from './find-hosts.ts';

/** What a consumer subscribes to, in all of its subscriptions. */
export interface Subscription {
  readonly topics: Set<string>;
  unknown: boolean;
  /** The isolation that subscriptions ask for, where they may. */
  readonly isolation: WrittenOption[];
}

/** The subscriptions of the slice, by the call that makes the consumer. */
export function findSubscriptions(knowledge: Knowledge): ReadonlyMap<ts.Node, Subscription> {
  const found = new Map<ts.Node, Subscription>();
  for (const call of callsTagged(knowledge, 'subscribe')) {
    const [member] = knowledge.calleesOf(call, undefined).library;
    const tag = member?.tags.find(({ verb }) => verb === 'subscribe');
    if (member === undefined || tag === undefined) continue;
    for (const env of contextsOf(knowledge, call)) {
      for (const creation of creationsBehind(knowledge, call, env)) {
        const subscription = subscriptionOf(found, creation.call);
        addTopics(knowledge, subscription, call, env, tag);
        if (creation.call !== call) addIsolation(knowledge, subscription, call, env, member);
      }
    }
  }
  addPatterns(knowledge, found);
  return found;
}

/** The topics of decorated methods are those that their application subscribes to. */
function addPatterns(knowledge: Knowledge, found: Map<ts.Node, Subscription>): void {
  for (const { method, decorator, library } of decoratedMethods(knowledge)) {
    const tag = library.tags.find(({ verb }) => verb === 'handle');
    const hosts = hostsFor(knowledge, method);
    if (tag === undefined || hosts === 'other') continue;
    for (const { call } of hosts) addTopics(knowledge, subscriptionOf(found, call), decorator, undefined, tag);
  }
}

function subscriptionOf(found: Map<ts.Node, Subscription>, origin: ts.Node): Subscription {
  const known = found.get(origin) ?? { topics: new Set<string>(), unknown: false, isolation: [] };
  found.set(origin, known);
  return known;
}

function addTopics(
  knowledge: Knowledge,
  subscription: Subscription,
  call: ts.CallExpression | ts.NewExpression,
  env: Env | undefined,
  tag: Tag,
): void {
  const refs = pathsOf(tag, 'topic').map((path) => refsAt(knowledge, call, path, env));
  const values = refs.flatMap((at) => at.refs.flatMap((ref) => knowledge.valuesOf(ref)));
  const topics = values.flatMap((v) => (v.kind === 'constant' && typeof v.value === 'string' ? [v.value] : []));
  for (const topic of topics) subscription.topics.add(topic);
  const isUnknown = topics.length === 0 || refs.some((at) => at.unknown) || values.some((v) => v.kind === 'opaque');
  subscription.unknown ||= isUnknown;
}

function addIsolation(
  knowledge: Knowledge,
  subscription: Subscription,
  call: ts.CallExpression | ts.NewExpression,
  env: Env | undefined,
  member: LibraryCall,
): void {
  const option = optionOf(knowledge, member, call, env, 'read-uncommitted');
  const written = option && writtenOption(knowledge, option);
  if (written !== undefined) subscription.isolation.push(written);
}
