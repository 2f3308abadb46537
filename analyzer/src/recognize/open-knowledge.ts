import { calleesOf } from './callees.ts';
import { openEffort, type Effort } from './effort.ts';
import { openRecorder } from './consulted.ts';
import { containerValues } from './container-values.ts';
import { EnvStore, type Env } from './env.ts';
import { fewValues } from './few-values.ts';
import type { AnyCall, Callees, Knowledge } from './knowledge.ts';
import { recordingChecker } from './recording-checker.ts';
import { recordingIndex } from './recording-index.ts';
import { recordingSlice } from './recording-slice.ts';
import { nodesBehind, OPAQUE, type Ref, type Value } from './value.ts';
import { readValues } from './read-values.ts';
import type { SharedKnowledge } from './share-knowledge.ts';
import type ts from 'typescript';

const UNKNOWN: readonly Value[] = [OPAQUE];

/**
 * How many answers one question may take. Most take ten, and two thousand is the most that was seen; where everything is
 * passed to everything, the ways through the calls are without number, and one question took half a minute.
 */
const mostReads = 10_000;

/**
 * Opens a view of the slice for one piece of work. Answers are remembered per node and env; a question inside its own
 * answer is opaque, which makes answers depend on the order of questions: that is why no two pieces of work share them.
 */
export function openKnowledge({ slice, index, pushesTo, answerTo }: SharedKnowledge): Knowledge {
  const consulted = openRecorder();
  const effort = openEffort(mostReads);
  const values = memo<readonly Value[]>(UNKNOWN, effort);
  const properties = new Map<string, Memo<readonly Value[]>>();
  const callees = memo<Callees>({ library: [], functions: [], complete: false }, effort);
  const knowledge: Knowledge = {
    slice: recordingSlice(slice, consulted),
    checker: recordingChecker(slice.checker, consulted),
    index: recordingIndex(index, consulted),
    consulted,
    envs: new EnvStore(),
    valuesOf: (ref: Ref) =>
      values(ref.node, ref.env, () => {
        consulted.note(ref.node);
        const read = readValues(knowledge, ref);
        read.flatMap(nodesBehind).forEach(consulted.note);
        return read;
      }),
    calleesOf: (call: AnyCall, env: Env | undefined) =>
      callees(call, env, () => {
        consulted.note(call);
        const found = calleesOf(knowledge, call, env);
        for (const { fn } of found.functions) consulted.note(fn);
        return found;
      }),
    propertyOf: (object, env, name, read) => {
      const known = properties.get(name) ?? memo<readonly Value[]>(UNKNOWN, effort);
      properties.set(name, known);
      return known(object, env, () => fewValues(read()));
    },
    once: openQuestions(),
    containerValues: (call, env) => containerValues(knowledge, call, env),
    pushesTo: (array) => {
      consulted.askArray(array);
      const calls = pushesTo(array);
      calls.forEach(consulted.note);
      return calls;
    },
    answerTo: (question, about) => {
      about.nodes.forEach(consulted.note);
      const answer = answerTo(question, about);
      consulted.answered({ question, about, answer });
      return answer;
    },
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

type Memo<V> = (key: ts.Node, env: Env | undefined, read: () => V) => V;

/** An answer that may not be known yet, or not with any sensible effort, is `unknown`. */
function memo<V>(unknown: V, effort: Effort): Memo<V> {
  const known = new WeakMap<ts.Node, Map<Env | typeof TOP, V>>();
  return (key, env, read) => {
    const byEnv = known.get(key) ?? new Map<Env | typeof TOP, V>();
    known.set(key, byEnv);
    const answer = byEnv.get(env ?? TOP);
    if (answer !== undefined) return answer;
    if (effort.isSpent()) return unknown;
    byEnv.set(env ?? TOP, unknown);
    const fresh = effort.on(read);
    byEnv.set(env ?? TOP, fresh);
    return fresh;
  };
}
