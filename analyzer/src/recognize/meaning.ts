import type { Remedy, Repeatability, SinkCategory } from '../facts/effect.ts';
import type { Ref } from './value.ts';

/** What a write leaves in a column, or under the key of a cache, where that is written out. */
export interface SaidWord {
  /** In lower case; undefined for what stands under a key. */
  readonly field: string | undefined;
  /** One of these. */
  readonly words: readonly string[];
  /** What was there before gives way to it. */
  readonly replaces: boolean;
}

/** A write on another system. `claims`: its result tells whether it was the first of its key. */
export interface WriteMeaning {
  readonly kind: 'write';
  readonly category: SinkCategory;
  readonly library: string;
  readonly label: string;
  readonly resource: string | undefined;
  readonly repeatability: Repeatability;
  readonly claims: boolean;
  /** The columns or fields it gives a new value, in lower case; undefined where they are not in sight. */
  readonly sets: readonly string[] | undefined;
  readonly says?: readonly SaidWord[];
  readonly remedies: readonly Remedy[];
  /** When it fails in a transaction, that transaction takes no further statement. */
  readonly aborting: boolean;
  /** It goes over a connection of its own, so that it takes no part in a transaction. */
  readonly separate?: true;
  /** What it records has a time to live. */
  readonly expires: boolean;
  /** It keeps its row from everybody else until the transaction ends. */
  readonly locks?: true;
  /** It takes a record out. */
  readonly removes: boolean;
  /** It only says for how long something stays. */
  readonly lasts?: true;
  /** A lock is given back or renewed by the one who holds it. */
  readonly lease?: true;
  /** A copy for a while of what comes from elsewhere, to be read instead. */
  readonly copies?: true;
  /** It changes rows that are there, and makes none. */
  readonly changes?: true;
  /** When it fails its result says so, and nothing is thrown. */
  readonly silent?: true;
}

/** A look at a durable record. */
export interface ReadMeaning {
  readonly kind: 'read';
  readonly category: SinkCategory;
  readonly label: string;
  /** True when only records in some state are asked for: then a record found may be one that is still to be handled. */
  readonly filtered: boolean;
  readonly aborting: boolean;
  /** It keeps the record from everybody else until the transaction ends: `SELECT … FOR UPDATE`. */
  readonly locks: boolean;
  /** When it fails its result says so, and nothing is thrown. */
  readonly silent?: true;
  readonly resource: string | undefined;
}

export interface ProduceMeaning {
  readonly kind: 'produce';
  readonly library: string;
  readonly label: string;
  readonly transactional: boolean;
  /** It is transactional only while its producer has a transaction open: outside of one it is a plain send. */
  readonly whenOpen: boolean;
  readonly topics: readonly Ref[];
}

/** Steps that move a transaction or a position. */
export type ControlVerb =
  | 'begin'
  | 'send-offsets'
  | 'commit'
  | 'abort'
  | 'is-active'
  | 'heartbeat'
  | 'is-stale'
  | 'commit-offsets'
  | 'commit-offsets-if-necessary'
  | 'resolve-offset'
  | 'seek'
  /** The process ends itself. */
  | 'exit'
  /** A transaction handed to a function that cannot be seen. */
  | 'escape'
  | 'db-begin'
  | 'db-commit'
  | 'db-rollback';

export interface ControlMeaning {
  readonly kind: 'control';
  readonly verb: ControlVerb;
  /** A transaction of PostgreSQL begun by its own statement: a connection that is given back keeps it. */
  readonly onConnection?: true;
  /** True when an explicit argument was passed. */
  readonly hasArgument: boolean;
}

/**
 * A function handed over and run: per element, once and awaited, later, inside a DB transaction, again after a failure,
 * when a queue gets to it, or, with an error or without, once what the call does is over.
 */
export interface CallsMeaning {
  readonly kind: 'calls';
  readonly mode: 'each' | 'once' | 'emitted' | 'queued' | 'later' | 'back' | 'db-transaction' | 'retried';
  readonly callbacks: readonly Ref[];
  /** What the callbacks are given, where the call shows it. */
  readonly given?: readonly Ref[];
}

/** A lookup in, or a change of, a collection in memory. */
export interface ContainerMeaning {
  readonly kind: 'container';
  readonly verb: 'check' | 'fill' | 'forget';
  readonly key: Ref | undefined;
}

export type Meaning = WriteMeaning | ReadMeaning | ProduceMeaning | ControlMeaning | CallsMeaning | ContainerMeaning;
