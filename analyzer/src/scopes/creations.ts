import ts from '../typescript.ts';
import { decoratorCalls } from '../recognize/decorator-calls.ts';
import type { Env } from '../recognize/env.ts';
import type { AnyCall, Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { applies } from '../recognize/tag-condition.ts';
import type { Ref, Value } from '../recognize/value.ts';
import { hostsFor } from './find-hosts.ts';
import { injectedInto } from './injected.ts';

/** A call that makes a consumer or a producer, as seen from one chain of callers. */
export interface Creation {
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly env: Env | undefined;
  /** The calls in between, the last one first: `consumer.consume(…)` for a stream. */
  readonly via: readonly Omit<Creation, 'via'>[];
}

/** `consumer.consume(…)` gives a stream, `consumer.on(…)` the consumer again. */
const HOPS = 6;

/** The calls that may have made the object that a method is called on; a call that makes one itself is the answer. */
export function creationsBehind(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
  env: Env | undefined,
): readonly Creation[] {
  return makes(knowledge, call, env) ? [{ call, env, via: [] }] : behindReceiver(knowledge, call, env, HOPS);
}

/** The same for an object that an expression may be. */
export function creationsOf(knowledge: Knowledge, ref: Ref): readonly Creation[] {
  return creationsOfValues(knowledge, knowledge.valuesOf(ref), HOPS);
}

function behindReceiver(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
  env: Env | undefined,
  hops: number,
): readonly Creation[] {
  const receiver = receiverOf(call);
  return receiver === undefined ? [] : creationsOfValues(knowledge, knowledge.valuesOf({ node: receiver, env }), hops);
}

function creationsOfValues(knowledge: Knowledge, values: readonly Value[], hops: number): readonly Creation[] {
  return values.flatMap((value): readonly Creation[] => {
    if (value.kind !== 'library') return [];
    const { origin, env } = value;
    if (!ts.isCallExpression(origin) && !ts.isNewExpression(origin)) return injected(knowledge, origin, hops);
    if (makes(knowledge, origin, env)) return [{ call: origin, env, via: [] }];
    const hosted = madeByHost(knowledge, origin, env);
    if (hosted.length > 0) return hosted;
    const behind = hops === 0 ? [] : behindReceiver(knowledge, origin, env, hops - 1);
    return behind.map((creation) => ({ ...creation, via: [{ call: origin, env }, ...creation.via] }));
  });
}

/** What a framework puts into a parameter or a field: what is registered under its token, or what a decorator makes. */
function injected(knowledge: Knowledge, holder: ts.Node, hops: number): readonly Creation[] {
  const made = decoratorCalls(holder).filter((call) => makes(knowledge, call, undefined));
  if (made.length > 0) return made.map((call) => ({ call, env: undefined, via: [] }));
  if (hops === 0) return [];
  return injectedInto(knowledge, holder).flatMap((found): readonly Creation[] =>
    found.kind === 'value'
      ? creationsOfValues(knowledge, knowledge.valuesOf(found.ref), hops - 1)
      : [{ call: found.call, env: found.env, via: [] }],
  );
}

function makes(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression, env: Env | undefined): boolean {
  const [member] = knowledge.calleesOf(call, env).library;
  const isConsumer = member?.tags.some(({ verb }) => verb === 'create-consumer') ?? false;
  return isConsumer || producerMadeBy(knowledge, call, env) !== undefined;
}

/** What the library says of a call that makes a producer; an application may make one or not, as its options say. */
export function producerMadeBy(knowledge: Knowledge, call: AnyCall, env: Env | undefined): LibraryCall | undefined {
  return knowledge
    .calleesOf(call, env)
    .library.find(({ tags }) =>
      tags.some((tag) => tag.verb === 'create-producer' && applies(knowledge, tag, call, env) !== 'no'),
    );
}

/** `context.getProducer()`: what the application of a decorated method made. */
function madeByHost(knowledge: Knowledge, call: AnyCall, env: Env | undefined): readonly Creation[] {
  const [member] = knowledge.calleesOf(call, env).library;
  const receiver = receiverOf(call);
  if (receiver === undefined || member?.tags.some(({ verb }) => verb === 'hosted') !== true) return [];
  return knowledge.valuesOf({ node: receiver, env }).flatMap((value): readonly Creation[] => {
    const method = value.kind === 'library' && ts.isParameter(value.origin) ? value.origin.parent : undefined;
    const hosts = method === undefined ? [] : hostsFor(knowledge, method);
    return hosts === 'other'
      ? []
      : hosts.filter((host) => producerMadeBy(knowledge, host.call, host.env) !== undefined);
  });
}
