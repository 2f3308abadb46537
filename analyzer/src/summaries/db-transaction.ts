import type ts from 'typescript';
import type { Env } from '../recognize/env.ts';
import { runsInTransaction } from '../recognize/decorated-transaction.ts';
import type { FunctionValue, Turn } from '../recognize/value.ts';
import type { Builder, Continuation } from './builder.ts';
import type { StepId } from './unit-graph.ts';

type Run = (to: Pick<Continuation, 'next' | 'error'>) => StepId;

export interface Site {
  readonly node: ts.Node;
  readonly env: Env | undefined;
}

/** One step of a DB transaction that a call begins or ends. */
export function dbStep(
  builder: Builder,
  { node, env }: Site,
  verb: 'db-begin' | 'db-commit' | 'db-rollback',
  next: StepId,
  error: StepId,
): StepId {
  return builder.add(node, env, { kind: 'control', verb, hasArgument: false, next, error }, `#${verb}`);
}

/** Something begins a DB transaction, runs the code, and commits, or rolls back and throws on. */
export function inDbTransaction(
  builder: Builder,
  at: Site,
  { next, error }: Pick<Continuation, 'next' | 'error'>,
  run: Run,
): StepId {
  const step = (verb: 'db-begin' | 'db-commit' | 'db-rollback', to: StepId): StepId =>
    dbStep(builder, at, verb, to, error);
  return step('db-begin', run({ next: step('db-commit', next), error: step('db-rollback', error) }));
}

/** The first step of a function's copy, in a transaction of its own where a decorator says so. */
export function entered(builder: Builder, fn: FunctionValue | Turn, env: Env, to: Continuation): StepId {
  if (!runsInTransaction(builder.knowledge, fn.fn)) return builder.enter(fn, env, to);
  return inDbTransaction(builder, { node: fn.fn, env }, to, (within) => builder.enter(fn, env, { ...to, ...within }));
}
