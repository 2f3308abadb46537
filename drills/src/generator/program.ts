/** The facts of a generated handler: what it does and in which order. The printer decides how that is written. */
export interface Program {
  readonly language: 'typescript' | 'javascript';
  /** How the handler is handed over: an arrow in place, a function, a method. */
  readonly shape: 'inline' | 'function' | 'method';
  readonly autoCommit: boolean;
  readonly transactionalId: 'constant' | 'random';
  readonly delivery: MessageDelivery | BatchDelivery;
}

export interface MessageDelivery {
  readonly kind: 'each-message';
  readonly body: Block;
}

export interface BatchDelivery {
  readonly kind: 'each-batch';
  readonly autoResolve: boolean;
  /** What happens once per batch, around the loop over its messages. */
  readonly around: 'nothing' | 'transaction' | 'database';
  readonly settle: Settle;
  readonly resolve: 'never' | 'before' | 'after';
  /** The loop ends where the partition is lost. */
  readonly stops: boolean;
  readonly body: Block;
}

export type Block = readonly Statement[];

export type Statement =
  | EffectStatement
  | AnsweredStatement
  | GuardStatement
  | BranchStatement
  | ItemsStatement
  | AttemptStatement
  | DatabaseStatement
  | TransactionStatement
  | CommitOffsetsStatement
  | HeartbeatStatement;

export type EffectKind =
  | 'produce'
  | 'insert'
  | 'insert-once'
  | 'set-state'
  | 'add-amount'
  | 'fetch'
  | 'axios'
  | 'charge'
  | 'mail'
  | 'redis-set'
  | 'redis-incr';

/** How the call is written and waited for. */
export type CallForm = 'plain' | 'helper' | 'method' | 'callback' | 'retry' | 'attempts' | 'caught' | 'detached';

/** The call that makes an effect. */
export interface EffectCall {
  readonly effect: EffectKind;
  /** For the kinds that take an idempotency key. */
  readonly key: 'none' | 'stable' | 'unstable';
  /** On the handle of the transaction around it, if there is one for its kind. */
  readonly ambient: boolean;
}

export interface EffectStatement extends EffectCall {
  readonly kind: 'effect';
  readonly form: CallForm;
}

/**
 * What tells whether the call has failed. In place: handlers of its promise, for both outcomes one after the other
 * (`chain`) or at once (`handlers`), or one that gives the `reason`; its settled result; a `flag` that is set behind it or
 * in the catch. In a function: the truth, given in the catch or `behind` it or as a flag (`kept-flag`), a word, in
 * handlers of its promise (`handled-word`) or not, an object with a status, or one with `ok`.
 */
export type AnswerForm =
  | 'chain'
  | 'handlers'
  | 'reason'
  | 'settled'
  | 'flag'
  | 'truth'
  | 'behind'
  | 'kept-flag'
  | 'word'
  | 'handled-word'
  | 'status'
  | 'ok';

/** A call whose failure is caught and answered; the body is done unless it has failed. */
export interface AnsweredStatement extends EffectCall {
  readonly kind: 'answered';
  readonly form: AnswerForm;
  /** Who answers: a function itself, or a second one that hands its answer on, in one of three ways. */
  readonly via: 'itself' | 'promise' | 'awaited' | 'kept';
  /** How its caller gets at the answer, as far as the form has that. */
  readonly asked: 'named' | 'in-place' | 'parts' | 'switch';
  /** The outcome that is asked for. */
  readonly outcome: 'success' | 'failure';
  readonly style: 'wrap' | 'exit';
  readonly body: Block;
}

export type GuardKind = 'set' | 'map' | 'look-up' | 'claim' | 'violation' | 'redis' | 'redis-expiring';

/** Asks whether the message is known, and does the body if not. */
export interface GuardStatement {
  readonly kind: 'guard';
  readonly guard: GuardKind;
  /** When it is recorded, and whether a failure takes the record out again; a claim is always recorded by asking. */
  readonly record: 'before' | 'after' | 'released';
  /** `asked`: a helper asks, and its answer decides. */
  readonly form: 'exit' | 'wrap' | 'asked';
  /** On the handle of the database transaction around it, if there is one. */
  readonly ambient: boolean;
  readonly body: Block;
}

export interface BranchStatement {
  readonly kind: 'branch';
  readonly field: 'urgent' | 'gift';
  /** `exit`: the handler returns at the end of the first block. */
  readonly form: 'then' | 'else' | 'exit';
  readonly body: Block;
  readonly otherwise: Block;
}

export interface ItemsStatement {
  readonly kind: 'items';
  readonly form: 'for-of' | 'all';
  readonly body: Block;
}

export interface AttemptStatement {
  readonly kind: 'attempt';
  readonly body: Block;
  /** What the catch does before it swallows or rethrows. */
  readonly rescue: Block;
  readonly rethrow: boolean;
  readonly last: Block;
}

/** `rethrow` and `swallow` undo in a catch, `guarded` undoes if still needed, `bare` has no try, `wrapper` is a helper. */
export type Settle = 'rethrow' | 'swallow' | 'guarded' | 'lenient' | 'bare' | 'wrapper';

export interface DatabaseStatement {
  readonly kind: 'database';
  readonly settle: Settle;
  readonly body: Block;
}

export interface TransactionStatement {
  readonly kind: 'transaction';
  readonly settle: Settle;
  readonly offsets: 'next' | 'raw' | 'missing';
  readonly body: Block;
}

export interface CommitOffsetsStatement {
  readonly kind: 'commit-offsets';
  readonly offset: 'next' | 'raw';
}

/** Fails where the partition is lost. */
export interface HeartbeatStatement {
  readonly kind: 'heartbeat';
}

/** The blocks of a statement, in the order in which they are written. */
export function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'effect':
    case 'commit-offsets':
    case 'heartbeat':
      return [];
    case 'branch':
      return [statement.body, statement.otherwise];
    case 'attempt':
      return [statement.body, statement.rescue, statement.last];
    default:
      return [statement.body];
  }
}

/** Every statement of a block, outer ones first. */
export function statementsIn(block: Block): readonly Statement[] {
  return block.flatMap((statement) => [statement, ...blocksOf(statement).flatMap(statementsIn)]);
}

/** The same statement with other blocks, given in the order of `blocksOf`. */
export function withBlocks(statement: Statement, blocks: readonly Block[]): Statement {
  const [body = [], second = [], third = []] = blocks;
  switch (statement.kind) {
    case 'effect':
    case 'commit-offsets':
    case 'heartbeat':
      return statement;
    case 'branch':
      return { ...statement, body, otherwise: second };
    case 'attempt':
      return { ...statement, body, rescue: second, last: third };
    default:
      return { ...statement, body };
  }
}

export function usesTransactions(program: Program): boolean {
  const { delivery } = program;
  if (delivery.kind === 'each-batch' && delivery.around === 'transaction') return true;
  return statementsIn(delivery.body).some(({ kind }) => kind === 'transaction');
}

/** The statements that the handler runs for one message. */
export function bodyOf({ delivery }: Program): Block {
  return delivery.body;
}

export function withBody(program: Program, body: Block): Program {
  const { delivery } = program;
  return { ...program, delivery: delivery.kind === 'each-message' ? { ...delivery, body } : { ...delivery, body } };
}
