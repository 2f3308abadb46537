import type { AutoCommit } from './consumer.ts';
import type { CrashTable } from './crash-table.ts';
import type { Effect } from './effect.ts';
import type { Guarantee, Verdict } from './guarantee.ts';
import type { Guard } from './guard.ts';
import type { HandlerOutcomes } from './handler-outcome.ts';
import type { Place } from './place.ts';
import type { Trace } from './trace.ts';
import type { TransactionFlow } from './transaction-flow.ts';
import type { OffsetCommit, Transaction } from './transaction.ts';

/** Why the code claims more than at-least-once. */
export interface Claim {
  readonly kind: 'transaction' | 'idempotent-producer' | 'dedup-guard';
  readonly place: Place;
}

/** A crash between a dedup record and what it guards. */
export interface CrashBehindGuards {
  /** The effect runs, and its record is not kept: it runs again. */
  readonly repeated?: CrashBehind;
  /** The record is kept, and the effect has not run: the redelivery is skipped. */
  readonly lost?: CrashBehind;
}

export interface CrashBehind {
  readonly trace: Trace;
  /** Ids of the guards whose records it is about. */
  readonly guards: readonly string[];
}

/** An effect as one unit performs it. */
export interface JudgedEffect {
  readonly effect: Effect;
  readonly verdict: Verdict;
  /** True when some path performs it while a Kafka transaction is open. */
  readonly insideTransaction: boolean;
  /** The guards that decide whether it runs, in the order of the path. */
  readonly guards: readonly Guard[];
  /** It is in a function that the user vouches for: rules leave it alone. */
  readonly vouchedFor?: true;
  /** The run in which the unit repeats it by itself, behind its guards: a retry after a lost answer. */
  readonly ownRepeat?: Trace;
  /** What a crash does behind its durable guards; absent when they hold. */
  readonly behindGuards?: CrashBehindGuards;
  /** The calls that lead from the unit's first line to it, outermost first. */
  readonly calls: readonly Place[];
}

/** A unit of work: one handler, or code that begins a transaction outside any handler. */
export interface Unit {
  readonly id: string;
  readonly kind: 'handler' | 'transaction';
  readonly delivery: 'each-message' | 'each-batch' | 'call';
  /** The function's name, or the option it was given as. */
  readonly name: string;
  /** The functions and classes around it, outermost first, and itself: `PaymentConsumer.start.eachMessage`. */
  readonly symbol: string;
  readonly place: Place;
  readonly consumerId?: string;
  readonly autoCommit?: AutoCommit;
  readonly claims: readonly Claim[];
  readonly effects: readonly JudgedEffect[];
  readonly transactions: readonly Transaction[];
  /** What becomes of its transactions; absent where it begins none. */
  readonly transactionFlow?: TransactionFlow;
  readonly offsetCommits: readonly OffsetCommit[];
  readonly guards: readonly Guard[];
  readonly outcomes: HandlerOutcomes;
  /** The weakest guarantee of its effects. */
  readonly guarantee: Guarantee;
  /** Only where it was asked for. */
  readonly crashTable?: CrashTable;
}
