import type { Producer, ProducerCall } from './producer.ts';
import type { Place } from './place.ts';
import type { OutOfSight, Written } from './written.ts';

/** What a map of the workspace's delivery shows beyond what rules judge; stated on request only. */
export interface DeliveryFacts {
  readonly producers: readonly Producer[];
  readonly producerCalls: readonly ProducerCall[];
  readonly begins: readonly UnitBegin[];
  readonly inputs: readonly UnitInput[];
  /** The files whose code each unit runs or is started by on its way to an effect, in the order of the units. */
  readonly unitFiles: readonly (readonly string[])[];
  /** The unseen calls of each unit, in the order of the units. */
  readonly unitCalls: readonly (readonly UnseenCall[])[];
  readonly unresolved: readonly Unresolved[];
  readonly unseenCalls: readonly UnseenCall[];
  /** Ids of units whose exploration reached a bound. */
  readonly boundedUnits: readonly string[];
}

/** A begin, as one unit comes to it. */
export interface UnitBegin {
  /** The unit, by its index in the analysis. */
  readonly unit: number;
  /** The begin, as in its transaction. */
  readonly place: Place;
  /** Ids of the producers that it may be called on there; empty when none is in sight. */
  readonly producers: readonly string[];
}

/** What one handler reads. A handler inside a wrapper has an input per use of the wrapper. */
export interface UnitInput {
  /** The unit, by its index in the analysis. */
  readonly unit: number;
  /** The call of another file that leads to the handler. */
  readonly usedAt?: Written;
  readonly topics: readonly string[];
  /** Topics that did not resolve, or not only to text. */
  readonly unresolved: readonly OutOfSight[];
  /** The group, where it resolves to one text. */
  readonly groupId?: string;
  /** The group's expression, where it may be something else, or one of several texts. */
  readonly groupWritten?: OutOfSight;
}

/** Something about a consumer that did not resolve. */
export interface Unresolved {
  readonly kind: 'topic' | 'group-id' | 'handler';
  readonly written: Written;
  /** What it may be, as far as that is in sight: the default of an environment variable. */
  readonly known: readonly string[];
  /** It is what the callers of the function around it hand over. */
  readonly isGiven: boolean;
  /** Ids of the consumers it belongs to; empty when none is in sight. */
  readonly consumers: readonly string[];
  /** The function of a package that is given the handler, and gives what the consumer is run with. */
  readonly wrapper?: ModuleMember;
}

/** A call in a unit that nothing is known of, and that is given something of Kafka's. */
export interface UnseenCall {
  readonly place: Place;
  /** The callee as the user would say it. */
  readonly label: string;
  /** What it gets: a producer, consumer or transaction, or data of the message. */
  readonly gets: readonly ('kafka' | 'message')[];
  /** The package it comes from, when the imports show that. */
  readonly from?: ModuleMember;
}

/** What is called of a package. */
export interface ModuleMember {
  readonly module: string;
  /** The name of the export; `default`, or `*` for the whole module. */
  readonly name: string;
  /**
   * How the export leads to what is called, and the call itself: `['new()', '.template', '()', '.render', '()']` for
   * `new Mailer().template('receipt').render(order)`.
   */
  readonly path: readonly string[];
}
