import type { Anomaly, Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import type { SinkCategory } from '@kafka-eos/analyzer/facts/effect';

/** Source text by file name. Names are relative to the program's root, with `/`; `.sql` files may declare unique keys. */
export interface Program {
  readonly files: ReadonlyMap<string, string>;
  /** The file that a process runs first. */
  readonly entry: string;
}

/** One record of the topic that the handler reads. */
export interface InputMessage {
  /**
   * What effects are attributed by: every payload that was made for this message contains it (a key, a URL, a parameter,
   * a body). No id may be a part of another one. Where a payload contains no id, the message's offset in it counts, and
   * otherwise the message being handled.
   */
  readonly id: string;
  /** Null: a tombstone. */
  readonly value: string | null;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ids of the parts that the handler loops over; found in payloads in the same way. */
  readonly items?: readonly string[];
  /** The record belongs to a transaction that is aborted: only a reader of uncommitted records ever gets it. */
  readonly aborted?: boolean;
}

/** Pairs of messages; the unit is explored once per pair, and an effect's verdict is the worst over all pairs. */
export type Workload = readonly (readonly [InputMessage, InputMessage])[];

/** What is known of a table. A plain `UPDATE` or `DELETE` finds the row that it asks for; a `SELECT` does not. */
export interface TableFacts {
  /** Lists of columns whose values are unique together, the primary key included. */
  readonly unique?: readonly (readonly string[])[];
  /** A `SELECT`, too, finds the row that it asks for: nothing that the program does puts it there. */
  readonly found?: boolean;
  /** Rows that are there before the first message. */
  readonly rows?: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** Code that is called once, outside any handler: an exported function of the entry that begins a transaction. */
export interface ProgramCall {
  readonly export: string;
  readonly args: readonly unknown[];
}

export interface SimulationOptions {
  /** Faults per run. 1 unless said otherwise; 2 explores pairs, which takes the square of the runs. */
  readonly faults?: 0 | 1 | 2;
  /**
   * Seconds after which a message comes again at the latest: what lives longer is still there then. Without a limit unless
   * said otherwise, so that everything with a time to live may be gone.
   */
  readonly downtime?: number;
  /** Also runs with what the crash model does not count among the faults. */
  readonly disturbances?: boolean;
  /** In addition to the `CREATE TABLE` statements of the program's `.sql` files. */
  readonly tables?: Readonly<Record<string, TableFacts>>;
  /** Topics of consumers that subscribe to none before they run. */
  readonly topics?: readonly string[];
  /** The body of every answer to an HTTP request; an empty object unless said otherwise. */
  readonly answer?: object | string;
  /** Leaves out messages that the program cannot handle even without a fault, unless that are all of them. */
  readonly passesOver?: boolean;
  /** `process.env` of every process. Nothing else is set. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * The export of the entry that starts the consumers. By default none if loading the entry starts one, and otherwise the
   * first function without parameters among `start`, `main`, `run` and the default export.
   */
  readonly start?: string;
  /** Each is a unit of its own, beside the handlers that the program starts. */
  readonly calls?: readonly ProgramCall[];
  /**
   * What an effect is identified by: the place of its call in the source (`place`, the default), or what it changes
   * (`resource`), for programs that name every site by its resource. `resource` is faster and gives no `site`.
   */
  readonly identify?: 'place' | 'resource';
  /**
   * Resources like this are named at one place of the program, so that their place is looked up once. To look at the
   * stack is a good part of the time of a run.
   */
  readonly namedOnce?: RegExp;
  /** Executes also what is known to go the way of a run before: for tests of that knowledge. */
  readonly everyRun?: boolean;
  /** Runs per unit and pair, after which the exploration is given up: 20,000 unless said otherwise. */
  readonly maximalRuns?: number;
}

/** The called name (`create` in `stripe.charges.create(…)`), 1-based; it lies inside the place of the call. */
export interface CallSite {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The calls of the program that have led there without a wait in between, innermost first. */
  readonly callers?: readonly Omit<CallSite, 'callers'>[];
}

export type FaultKind =
  | 'crash-before'
  | 'crash-after'
  | 'failed'
  | 'applied-but-failed'
  | 'revoked-first'
  | 'revoked-last'
  | 'revoked-after'
  | Disturbance;

/**
 * What happens to a sound process: it is asked to stop, an operation takes half a minute, or the acknowledgement of a send
 * comes so late that the library has sent it again.
 */
export type Disturbance = 'stopped' | 'slow' | 'retried';

/** A fault, by the ordinal of the point of the run that it strikes, counted from 0 over all processes. */
export interface InjectedFault {
  readonly point: number;
  readonly kind: FaultKind;
}

/** One line of a run's story. */
export interface RunEvent {
  /** 0 is the first process; a restart and a process that takes the partition over get the next number. */
  readonly process: number;
  readonly kind: 'start' | 'receive' | 'operation' | 'fault' | 'return' | 'throw' | 'end';
  /** In an engineer's words: `INSERT INTO ledger`, `crashes`, `receives offset 70041 (m1)`. */
  readonly text: string;
  readonly site?: CallSite;
}

/** A run that shows an anomaly, told as a list of events. */
export interface SimulatedRun {
  /** How the messages arrive: one record per fetch, or both in one batch. */
  readonly fetch: 'one-by-one' | 'together';
  readonly faults: readonly InjectedFault[];
  /** The detached operation that was held back, by its ordinal, and until when. */
  readonly held?: { readonly operation: number; readonly until: 'next-point' | 'delivery-ends' | 'unit-ends' };
  /** `stuck`: after three deliveries without a further fault the position had still not moved. */
  readonly outcome: 'done' | 'stuck';
  readonly events: readonly RunEvent[];
}

export interface SimulatedAnomaly {
  readonly kind: Anomaly;
  /** The message and the part of it that the anomaly is about; the item is empty outside loops. */
  readonly message: string;
  readonly item: string;
  readonly run: SimulatedRun;
}

/** A call of a library that the simulation knows nothing of: it does nothing, and its answer means nothing. */
export interface UnknownCall {
  /** As it is reached from the module: `@prisma/client.PrismaClient.order.create`. */
  readonly name: string;
  /** It is given a function, which is not called. */
  readonly takesCallback: boolean;
  readonly site?: CallSite;
}

/** What all runs say about one effect. */
export interface SimulatedEffect {
  /** Absent when effects are identified by resource. */
  readonly site?: CallSite;
  readonly kind: 'produce' | 'external-write';
  /** `claim`: records its key if that is absent, and tells whether it was (ON CONFLICT DO NOTHING, SET NX, SADD). */
  readonly role: 'effect' | 'claim';
  readonly category: SinkCategory | 'kafka';
  /**
   * Topic, table, URL, key, resource of the provider (`paymentIntents`), subject of the mail or path of the file, with
   * ids of messages and items replaced by `{message}` and `{item}`, and offsets by `{offset}`.
   */
  readonly resource: string;
  /** How it reads in a story: `POST https://…`, `UPDATE wallets`. */
  readonly label: string;
  /** Sent in a Kafka transaction, in some fault-free run. */
  readonly transactional: boolean;
  readonly guarantee: Guarantee;
  /** One per kind, with a shortest run; ordered as in `Anomaly`. */
  readonly anomalies: readonly SimulatedAnomaly[];
}

export interface SimulatedUnit {
  readonly kind: 'handler' | 'transaction';
  readonly delivery: 'each-message' | 'each-batch' | 'call';
  /** Group and topics of a handler, name of the export of a call. */
  readonly name: string;
  /** Ordered by site, then resource. An effect that no fault-free run reaches is not listed. */
  readonly effects: readonly SimulatedEffect[];
  /** Made while a message was being handled, in the runs without a fault. */
  readonly unknownCalls: readonly UnknownCall[];
  /** True when some run could not go on without a process being restarted by hand, or at all. */
  readonly stuck: boolean;
  readonly runs: number;
  /** The number of fault points of the longest fault-free run. */
  readonly points: number;
  /** Why nothing was judged: the program does not start, a fault-free run does not end, too many runs. */
  readonly incomplete?: string;
}
