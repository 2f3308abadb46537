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
import { decoratedBy } from './find-decorated.ts';
import { hostsFor } from './find-hosts.ts';

/** What one place, seen through each way of reaching it, subscribes one consumer to. */
export interface Subscription {
  /** The call that makes the consumer. */
  readonly origin: ts.Node;
  readonly topics: readonly string[];
  /** True when some topic did not resolve. */
  readonly unknown: boolean;
  /** The isolation that it asks for, where it may. */
  readonly isolation: readonly WrittenOption[];
}

/** The subscriptions of the slice. */
export function findSubscriptions(knowledge: Knowledge): readonly Subscription[] {
  return [
    ...callsTagged(knowledge, 'subscribe').flatMap((call) => subscriptionsOf(knowledge, call)),
    ...callsTagged(knowledge, 'handle').flatMap((call) => patternsOf(knowledge, call)),
  ];
}

type Call = ts.CallExpression | ts.NewExpression;

export function subscriptionsOf(knowledge: Knowledge, call: Call): readonly Subscription[] {
  const [member] = knowledge.calleesOf(call, undefined).library;
  const tag = member?.tags.find(({ verb }) => verb === 'subscribe');
  if (member === undefined || tag === undefined) return [];
  return contextsOf(knowledge, call).flatMap((env) =>
    creationsBehind(knowledge, call, env).map((creation) => ({
      origin: creation.call,
      ...topicsAt(knowledge, call, env, tag),
      isolation: creation.call === call ? [] : isolationAt(knowledge, call, env, member),
    })),
  );
}

/** The topics of decorated methods are those that their application subscribes to. */
export function patternsOf(knowledge: Knowledge, call: Call): readonly Subscription[] {
  return decoratedBy(knowledge, call).flatMap(({ method, decorator, library }) => {
    const tag = library.tags.find(({ verb }) => verb === 'handle');
    const hosts = hostsFor(knowledge, method);
    if (tag === undefined || hosts === 'other') return [];
    const topics = topicsAt(knowledge, decorator, undefined, tag);
    return hosts.map((host) => ({ origin: host.call, ...topics, isolation: [] }));
  });
}

function topicsAt(
  knowledge: Knowledge,
  call: Call,
  env: Env | undefined,
  tag: Tag,
): Pick<Subscription, 'topics' | 'unknown'> {
  const refs = pathsOf(tag, 'topic').map((path) => refsAt(knowledge, call, path, env));
  const values = refs.flatMap((at) => at.refs.flatMap((ref) => knowledge.valuesOf(ref)));
  const topics = values.flatMap((v) => (v.kind === 'constant' && typeof v.value === 'string' ? [v.value] : []));
  const unknown = topics.length === 0 || refs.some((at) => at.unknown) || values.some((v) => v.kind === 'opaque');
  return { topics, unknown };
}

function isolationAt(
  knowledge: Knowledge,
  call: Call,
  env: Env | undefined,
  member: LibraryCall,
): readonly WrittenOption[] {
  const option = optionOf(knowledge, member, call, env, 'read-uncommitted');
  const written = option && writtenOption(knowledge, option);
  return written === undefined ? [] : [written];
}
