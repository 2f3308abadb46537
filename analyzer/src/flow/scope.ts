import type ts from 'typescript';
import type { Completion, NodeId } from './flow-graph.ts';
import type { NodeStore } from './node-store.ts';

/** What surrounds the code being lowered: where exceptions and jumps go from here. */
export interface Scope {
  readonly nodes: NodeStore;
  readonly lower: Lowering;
  /** Asks something of the code around the owner; that the graph rests on the answer is remembered. */
  readonly outside: (ask: () => boolean) => boolean;
  /** Where an exception goes: a catch, a finally, or `exit`. */
  readonly error: NodeId;
  /** The function's end, shared by every `return` without a value. */
  readonly end: NodeId;
  /** The function's exceptional exit. */
  readonly exit: NodeId;
  /** The innermost statement that a jump can leave. */
  readonly target: JumpTarget | undefined;
  /** The innermost clean-up that a jump has to pass. */
  readonly cleanup: Cleanup | undefined;
  /** True in code that is lowered several times: nothing in it is copied again, or nesting would multiply. */
  readonly copy: boolean;
}

/**
 * Each function takes the node to go on at and answers the node to begin at. They are reached through the scope because
 * expressions contain expressions of every kind, statements statements of every kind.
 */
export interface Lowering {
  /** `skip` is where an optional chain goes on when one of its links is nullish; absent: at `next`. */
  expression(scope: Scope, expression: ts.Expression, use: Use, next: NodeId, skip?: NodeId): NodeId;
  condition(scope: Scope, condition: ts.Expression, whenTrue: NodeId, whenFalse: NodeId): NodeId;
  statement(scope: Scope, statement: ts.Statement, next: NodeId, labels?: readonly string[]): NodeId;
}

/** What becomes of an expression's value. `rejected` is where its rejection goes, if not where exceptions go. */
export interface Use {
  readonly completion: Completion;
  readonly rejected?: NodeId;
}

export const awaited: Use = { completion: 'awaited' };
export const returned: Use = { completion: 'returned' };
const stored: Use = { completion: 'stored' };
export const floating: Use = { completion: 'floating' };

/** A statement that `break` or `continue` can name. */
export interface JumpTarget {
  readonly labels: readonly string[];
  /** True for loops and switches: a `break` without label leaves them. */
  readonly anonymous: boolean;
  readonly onBreak: NodeId;
  /** Loops only. */
  readonly onContinue?: NodeId;
  /** The innermost clean-up around the statement: a jump to it passes those further in. */
  readonly cleanup: Cleanup | undefined;
  readonly outer: JumpTarget | undefined;
}

/** Code that runs on every way out of a block. */
export interface Cleanup {
  readonly outer: Cleanup | undefined;
  /** The entry of a copy that goes on at the target. */
  through(target: NodeId): NodeId;
}

/** Where a failure of a value with this use goes. */
export function failureOf(scope: Scope, use: Use): NodeId {
  return use.rejected ?? scope.error;
}

/** Where a rejection goes that nobody waits for here: it does not disturb the function. */
export function detachedFailureOf(scope: Scope, use: Use, next: NodeId): NodeId {
  const detached = use.completion === 'floating' || use.completion === 'stored';
  return use.rejected ?? (detached ? next : scope.error);
}

/** Lowers an expression whose value is used by what surrounds it. */
export function lowerValue(scope: Scope, expression: ts.Expression, next: NodeId, skip?: NodeId): NodeId {
  return scope.lower.expression(scope, expression, stored, next, skip);
}

/** Lowers expressions that are evaluated one after the other. */
export function lowerValues(scope: Scope, expressions: readonly ts.Expression[], next: NodeId): NodeId {
  let entry = next;
  for (let index = expressions.length - 1; index >= 0; index--) {
    const expression = expressions[index];
    if (expression !== undefined) entry = lowerValue(scope, expression, entry);
  }
  return entry;
}
