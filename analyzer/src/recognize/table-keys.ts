import type ts from '../typescript.ts';
import { enterCall } from './enter-call.ts';
import type { Env } from './env.ts';
import { isFunctionNode } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';
import { enclosingFunction } from './source-index.ts';
import type { Ref } from './value.ts';

/** What a key may be, as members of an object are spelt; undefined where it may be anything. */
export type Keys = ReadonlySet<string> | undefined;

export function keysAt(knowledge: Knowledge, ref: Ref): Keys {
  const values = knowledge.valuesOf(ref);
  const constants = values.flatMap((value) => (value.kind === 'constant' ? [String(value.value)] : []));
  return constants.length === values.length ? new Set(constants) : undefined;
}

/** Whether two keys may be one. */
function mayMeet(a: Keys, b: Keys): boolean {
  return a === undefined || b === undefined || [...a].some((key) => b.has(key));
}

/** So many callers are told apart. */
const MOST = 40;

/**
 * The envs in which something is put into a table under a key that may be one of `asked`: one per call of the function
 * around it, so that the key of one call does not stand beside the value of another.
 */
export function fillingEnvs(knowledge: Knowledge, key: ts.Expression, asked: Keys): readonly (Env | undefined)[] {
  if (asked === undefined) return [undefined];
  return waysTo(knowledge, key).filter((env) => mayMeet(asked, keysAt(knowledge, { node: key, env })));
}

function waysTo(knowledge: Knowledge, key: ts.Expression): readonly (Env | undefined)[] {
  const fn = enclosingFunction(key);
  if (fn === undefined || !isFunctionNode(fn) || fn.parameters.length === 0) return [undefined];
  const calls = knowledge.index.callsOf(fn);
  if (calls.length === 0 || calls.length > MOST) return [undefined];
  const callee = { kind: 'function', fn, closure: undefined, self: undefined } as const;
  return calls.map((call) => enterCall(knowledge, callee, call, undefined));
}
