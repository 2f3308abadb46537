import type ts from 'typescript';

/** The index of a node in `FlowGraph.nodes`. */
export type NodeId = number;

/** What has a graph: a function with a body, one turn of a loop, or the top-level code of a file. */
export type FlowOwner = ts.FunctionLikeDeclaration | ts.IterationStatement | ts.SourceFile;

/**
 * One function as a graph of its steps in evaluation order. Every node is reachable from the entry, every edge leads to
 * a node, and nested functions are no part of it, except where a `callback` node says that they run.
 */
export interface FlowGraph {
  readonly owner: FlowOwner;
  readonly entry: NodeId;
  /** Index = id. */
  readonly nodes: readonly FlowNode[];
  /** True when the function was too large or too deep: the part that is missing is one opaque node at the entry. */
  readonly truncated: boolean;
}

/**
 * What becomes of a call's result, should it be a promise. `collected`: an element of a `Promise.all` (or its siblings)
 * that is itself awaited, returned or collected. `stored`: the value is used in any other way. `floating`: dropped.
 */
export type Completion = 'awaited' | 'returned' | 'collected' | 'stored' | 'floating';

export type FlowNode = FlowStep & { readonly id: NodeId };

export type FlowStep =
  | CallStep
  | AccessStep
  | AssignStep
  | CallbackStep
  | BranchStep
  | ChoiceStep
  | EachStep
  | RepeatStep
  | CatchStep
  | FinallyStep
  | LeaveStep
  | AwaitStep
  | RejectionStep
  | HolderStep
  | ReturnStep
  | ThrowStep
  | OpaqueStep;

/** A call, with everything that is evaluated before it in the nodes before it. */
export interface CallStep {
  readonly kind: 'call';
  readonly call: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;
  readonly completion: Completion;
  readonly next: NodeId;
  readonly error: NodeId;
}

/**
 * An access to an element, of which a guard in memory may be made. `node` tells which: an ElementAccessExpression is a
 * read (a write if it is a target in a destructuring assignment), an assignment, `++` or `--` a write, a
 * DeleteExpression a removal, a BinaryExpression with `in` a test. A compound assignment is a read, then a write.
 */
export interface AccessStep {
  readonly kind: 'access';
  readonly node: ts.Expression;
  readonly next: NodeId;
}

/**
 * A variable that some condition asks for is given a value: that of an expression, nothing yet, or one more or less than
 * it had.
 */
export interface AssignStep {
  readonly kind: 'assign';
  readonly name: ts.Identifier;
  readonly value: ts.Expression | 'nothing' | 'one more' | 'one less';
  readonly next: NodeId;
}

/** Runs a function value here: the argument of `.then`, `.catch` and `.finally`, or a function called where it stands. */
export interface CallbackStep {
  readonly kind: 'callback';
  readonly callee: ts.Expression;
  readonly of: ts.CallExpression;
  readonly next: NodeId;
  readonly error: NodeId;
}

/**
 * An atomic condition: `!`, `&&`, `||`, `?:` and a `??` are split into several. With `nullish`, `whenTrue` is taken when
 * the condition is null or undefined. In a `switch` the condition is the expression of a case clause, and the branch is
 * taken when it equals the switch's expression.
 */
export interface BranchStep {
  readonly kind: 'branch';
  readonly condition: ts.Expression;
  readonly test: 'truthy' | 'nullish';
  readonly whenTrue: NodeId;
  readonly whenFalse: NodeId;
}

/** Any of these may be next, and the source does not say which: scheduling, defaults in a destructuring. */
export interface ChoiceStep {
  readonly kind: 'choice';
  readonly of: ts.Node;
  readonly next: readonly NodeId[];
}

/** The head of a `for-of`, `for-in` or `for await` loop: the body ends at this node again. */
export interface EachStep {
  readonly kind: 'each';
  readonly loop: ts.Node;
  readonly over: ts.Expression;
  readonly body: NodeId;
  readonly next: NodeId;
}

/**
 * The head of a `while`, `do` or `for` loop: marks an iteration; its condition is in the branch nodes that follow.
 * `next` is no edge: it names the node behind the loop for whoever stops iterating, and is absent when the condition
 * can never fail.
 */
export interface RepeatStep {
  readonly kind: 'repeat';
  readonly loop: ts.Node;
  readonly body: NodeId;
  readonly next?: NodeId;
}

/** An exception, or a rejection, is caught here: by a clause, or by the handler given to `.catch` or `.then`. */
export interface CatchStep {
  readonly kind: 'catch';
  readonly clause: ts.CatchClause | ts.Expression;
  readonly next: NodeId;
}

/** The begin of one copy of a finally block; there is a copy per way of getting there, as long as they are few. */
export interface FinallyStep {
  readonly kind: 'finally';
  readonly block: ts.Block;
  readonly next: NodeId;
}

/** A `break` or a `return` out of a loop, before its value is evaluated. */
export interface LeaveStep {
  readonly kind: 'leave';
  readonly of: ts.BreakStatement | ts.ReturnStatement;
  readonly next: NodeId;
}

/**
 * Waits for what is no call awaited in place: a stored promise, the result of a `Promise.all`. `error` equals `next`
 * where nothing can be rejected that has no error edge of its own.
 */
export interface AwaitStep {
  readonly kind: 'await';
  readonly of: ts.Expression;
  readonly next: NodeId;
  readonly error: NodeId;
}

/**
 * The promise of a call is rejected that a variable or a collection holds: `of` is the call, with the chain that it heads.
 * `next` is where the code goes on, if somebody waits for the promise later on; `error` where the rejection goes else.
 */
export interface RejectionStep {
  readonly kind: 'rejection';
  readonly of: ts.CallExpression;
  readonly next: NodeId;
  readonly error: NodeId;
}

/** A variable is made that may hold promises. */
export interface HolderStep {
  readonly kind: 'holder';
  readonly name: ts.Identifier;
  readonly next: NodeId;
}

/** Leaves the function; `value` is already evaluated. */
export interface ReturnStep {
  readonly kind: 'return';
  readonly value?: ts.Expression;
}

/** Leaves the function exceptionally. `of` is the throw statement, or the owner for an exception from anywhere in it. */
export interface ThrowStep {
  readonly kind: 'throw';
  readonly of: ts.Node;
}

/** Syntax that is not looked into, and `yield`. It may throw. */
export interface OpaqueStep {
  readonly kind: 'opaque';
  readonly of: ts.Node;
  readonly next: NodeId;
  readonly error: NodeId;
}
