import type { Anomaly, Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import type { IdentityOrigin } from '@kafka-eos/analyzer/facts/producer';

/**
 * Exactly once where: every pipeline of a workspace, what is inside its Kafka transaction and what is not. Plain data in
 * a fixed order; the JSON of `kafka-eos map` is this, and `map-schema.ts` its schema.
 */
export interface DeliveryMap {
  /** The Kafka packages in sight. */
  readonly clients: readonly string[];
  readonly services: readonly Service[];
  readonly pipelines: readonly Pipeline[];
  readonly consumers: readonly MapConsumer[];
  readonly producers: readonly MapProducer[];
  readonly topics: readonly Topic[];
  /** Some send goes to a topic of which nothing is in sight: it may be one that nobody here is seen to write. */
  readonly sendsOutOfSight?: true;
  /** What the map does not know, and how to tell. */
  readonly unknowns: readonly Unknown[];
}

/** A point in a file, 1-based; the file is relative to the workspace. */
export interface Site {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A package of the workspace that reads or writes topics. */
export interface Service {
  /** Its folder, relative to the workspace; `.` for the workspace itself. */
  readonly id: string;
  readonly name: string;
}

/** How the group's position moves past a message. */
export type PositionMove = 'in-transaction' | 'by-hand' | 'auto-commit' | 'nobody' | 'unknown';

/** One handler with everything it does, or a function that opens a transaction without one. */
export interface Pipeline {
  readonly id: string;
  readonly service: string;
  readonly kind: 'handler' | 'transaction';
  readonly delivery: 'each-message' | 'each-batch' | 'call';
  readonly name: string;
  /** Where its work begins; for a handler inside a wrapper, the use of the wrapper. */
  readonly at: Site;
  /** The handler itself, where a wrapper hides it. */
  readonly handlerAt?: Site;
  /** The id of the consumer that feeds it. */
  readonly consumer?: string;
  /** The weakest guarantee of its effects; `unknown` where all that is known is good, and something is not. */
  readonly guarantee: Guarantee;
  /** False when the exploration reached its bound. */
  readonly complete: boolean;
  /** Empty for code that reads no topic. */
  readonly position: readonly PositionMove[];
  readonly transactions: readonly MapTransaction[];
  /** In the order of the source. */
  readonly effects: readonly MapEffect[];
}

export interface MapTransaction {
  readonly at: Site;
  /** Ids of the producers it may belong to. */
  readonly producers: readonly string[];
  /** Whether the input offset moves in it. */
  readonly sendsOffsets: boolean;
  readonly commits: boolean;
}

/**
 * `in-transaction` becomes visible with the commit and never otherwise; `beside-transaction` happens while one is open,
 * and an abort does not undo it; `outside` has none around it.
 */
export type EffectPlace = 'in-transaction' | 'beside-transaction' | 'outside';

interface EffectBase {
  /** How the user would name it: `INSERT INTO postings`, `producer.send`. */
  readonly label: string;
  readonly at: Site;
  readonly where: EffectPlace;
  readonly guarantee: Guarantee;
  /** One sentence: why the guarantee holds or does not. */
  readonly reason: string;
  readonly anomalies: readonly Anomaly[];
}

export interface Send extends EffectBase {
  readonly kind: 'send';
  readonly topics: readonly string[];
  /** Expressions for topics that did not resolve. */
  readonly unresolvedTopics: readonly string[];
}

export interface Write extends EffectBase {
  readonly kind: 'write';
  /** `database`, `http`, `payment`, `person`, `object-store`, `cache`, `search`, `queue`, `file`. */
  readonly category: string;
  readonly library: string;
  /** Table, collection, key or URL, where it is known. */
  readonly resource?: string;
  /** What a repeat of it does. */
  readonly repeat: 'idempotent' | 'keyed' | 'unstable-key' | 'non-idempotent' | 'unknown';
  /** The same in words, with the guards that decide whether it runs. */
  readonly policy: string;
}

export type MapEffect = Send | Write;

/** A consumer as one part of the workspace uses it. */
export interface MapConsumer {
  readonly id: string;
  readonly service: string;
  readonly at: Site;
  readonly library: string;
  readonly group?: string;
  /** The group's expression, where it is not one text. */
  readonly groupWritten?: string;
  readonly topics: readonly string[];
  /** Expressions for topics of which nothing is in sight: it may read others than the resolved ones. */
  readonly unresolvedTopics: readonly string[];
  readonly isolation: 'read_committed' | 'read_uncommitted' | 'unknown';
  /** Where the isolation is written, if it is. */
  readonly isolationAt?: Site;
  /** How the workspace is seen to write what it reads; `sendsOutOfSight` says that this may not be all. */
  readonly inputs: 'in-transactions' | 'outside-transactions' | 'both' | 'nobody-here';
  /** Ids of its pipelines; none when no handler is in sight. */
  readonly pipelines: readonly string[];
}

export interface MapProducer {
  readonly id: string;
  readonly service: string;
  readonly at: Site;
  readonly library: string;
  readonly transactionalId?: { readonly text: string; readonly origin: IdentityOrigin };
  readonly topics: readonly string[];
}

/** A topic by its resolved name: what joins services. */
export interface Topic {
  readonly name: string;
  readonly writers: readonly TopicWriter[];
  readonly readers: readonly TopicReader[];
}

export interface TopicWriter {
  readonly service: string;
  /** The pipeline that sends it; absent for code that handles no message. */
  readonly pipeline?: string;
  readonly at: Site;
  readonly transactional: boolean;
}

export interface TopicReader {
  readonly service: string;
  readonly consumer: string;
}

export type UnknownKind =
  | 'read-topic'
  | 'written-topic'
  | 'group-id'
  | 'handler'
  | 'producer'
  | 'transactional-id'
  | 'effect'
  | 'call'
  | 'logging'
  | 'bound';

/** Something that the map does not know. */
export interface Unknown {
  readonly kind: UnknownKind;
  /** What it is about, as the source says it. */
  readonly what: string;
  readonly sites: readonly Site[];
  /** What the map does without knowing. */
  readonly consequence: string;
  /** How to tell. */
  readonly remedy: { readonly words: string; readonly snippet?: string };
}
