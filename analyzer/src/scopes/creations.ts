import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import type { Ref, Value } from '../recognize/value.ts';

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
    if (!ts.isCallExpression(origin) && !ts.isNewExpression(origin)) return [];
    if (makes(knowledge, origin, env)) return [{ call: origin, env, via: [] }];
    const behind = hops === 0 ? [] : behindReceiver(knowledge, origin, env, hops - 1);
    return behind.map((creation) => ({ ...creation, via: [{ call: origin, env }, ...creation.via] }));
  });
}

function makes(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression, env: Env | undefined): boolean {
  const [member] = knowledge.calleesOf(call, env).library;
  return member?.tags.some(({ verb }) => verb === 'create-consumer' || verb === 'create-producer') ?? false;
}
