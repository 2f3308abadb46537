import type ts from 'typescript';
import { enterCallback } from '../recognize/enter-call.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { Binding, FunctionValue, Turn } from '../recognize/value.ts';
import type { HeldPromises } from './held-promises.ts';
import type { Question } from './questions.ts';
import type { StepId, StepKind } from './unit-graph.ts';

/** Where a function's copy continues: after a return, after an exception, and where its result is told apart. */
export interface Continuation {
  readonly next: StepId;
  readonly error: StepId;
  /** The slot that remembers whether the result was truthy, for a caller that branches on it. */
  readonly slot?: string;
  /** What a caller asks of the result other than that. */
  readonly questions?: readonly Question[];
}

/** What the parts of the builder share. */
export interface Builder {
  readonly knowledge: Knowledge;
  readonly held: HeldPromises;
  add(node: ts.Node, env: Env | undefined, kind: StepKind, part?: string): StepId;
  /** The head of a loop, which its body leads back to. */
  loop(node: ts.Node, env: Env | undefined, make: (head: StepId) => StepKind, part?: string): StepId;
  /** The end of work that nobody waits for. */
  readonly settled: StepId;
  /**
   * Work that nobody waits for: `run` is given where it leads, once to the code behind it and once to its own end. It is
   * one step when nothing happens in it.
   */
  detach(
    node: ts.Node,
    env: Env | undefined,
    next: StepId,
    run: (to: StepId) => StepId,
    when?: 'maybe' | 'queued' | 'told' | 'parked',
  ): StepId;
  /** The first step of a function's copy; one copy per env and continuation. */
  enter(fn: FunctionValue | Turn, env: Env, to: Continuation): StepId;
  /** Where the error goes that a statement throws, if errors from there go to `error`: a filter may be for its class. */
  thrownBy(statement: ts.Node, error: StepId): StepId;
  /** Whether functions are entered that the user vouches for; that there is one is remembered. */
  entersVouched(): boolean;
  isFull(): boolean;
}

/** A copy of a function that a library, or the language, calls. */
export function enterFunction(
  builder: Builder,
  fn: FunctionValue,
  at: ts.Node,
  env: Env | undefined,
  parameters: readonly Binding[],
  to: Continuation,
): StepId {
  const inside = enterCallback(builder.knowledge, fn, at, env, parameters);
  return inside === undefined ? builder.add(at, env, { kind: 'opaque', ...to }) : builder.enter(fn, inside, to);
}

/** One of several functions is called: a choice between two at a time. */
export function oneCalled(builder: Builder, node: ts.Node, env: Env | undefined, entries: readonly StepId[]): StepId {
  const [first, second, ...others] = entries;
  if (first === undefined || second === undefined) return oneOf(builder, node, env, entries);
  const rest = others.length === 0 ? second : oneCalled(builder, node, env, [second, ...others]);
  return builder.add(node, env, { kind: 'choice', called: true, next: [first, rest] });
}

export function oneOf(builder: Builder, node: ts.Node, env: Env | undefined, entries: readonly StepId[]): StepId {
  const [only, ...others] = entries;
  if (only !== undefined && others.length === 0) return only;
  return builder.add(node, env, { kind: 'choice', next: entries });
}
