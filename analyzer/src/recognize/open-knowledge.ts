import type { Slice } from '../program/slice.ts';
import { calleesOf } from './callees.ts';
import { containerValues } from './container-values.ts';
import { EnvStore, type Env } from './env.ts';
import type { AnyCall, Callees, Knowledge } from './knowledge.ts';
import { indexSources } from './source-index.ts';
import { OPAQUE, type Ref, type Value } from './value.ts';
import { readValues } from './read-values.ts';
import type ts from 'typescript';

const UNKNOWN: readonly Value[] = [OPAQUE];

/** Answers are remembered per node and env; a question inside its own answer is opaque. */
export function openKnowledge(slice: Slice): Knowledge {
  const values = memo<readonly Value[]>(UNKNOWN);
  const callees = memo<Callees>({ library: [], functions: [], complete: false });
  const knowledge: Knowledge = {
    slice,
    checker: slice.checker,
    index: indexSources(slice),
    envs: new EnvStore(),
    valuesOf: (ref: Ref) => values(ref.node, ref.env, () => readValues(knowledge, ref)),
    calleesOf: (call: AnyCall, env: Env | undefined) => callees(call, env, () => calleesOf(knowledge, call, env)),
    once: openQuestions(),
    containerValues: (call, env) => containerValues(knowledge, call, env),
  };
  return knowledge;
}

function openQuestions(): Knowledge['once'] {
  const open = new Set<string>();
  return (question, inside, answer) => {
    if (open.has(question)) return inside;
    open.add(question);
    try {
      return answer();
    } finally {
      open.delete(question);
    }
  };
}

const TOP = Symbol('no env');

function memo<V>(whileOpen: V): (key: ts.Node, env: Env | undefined, read: () => V) => V {
  const known = new WeakMap<ts.Node, Map<Env | typeof TOP, V>>();
  return (key, env, read) => {
    const byEnv = known.get(key) ?? new Map<Env | typeof TOP, V>();
    known.set(key, byEnv);
    const answer = byEnv.get(env ?? TOP);
    if (answer !== undefined) return answer;
    byEnv.set(env ?? TOP, whileOpen);
    const fresh = read();
    byEnv.set(env ?? TOP, fresh);
    return fresh;
  };
}
