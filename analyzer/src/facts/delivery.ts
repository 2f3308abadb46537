import type { Producer, ProducerCall } from './producer.ts';
import type { Place } from './place.ts';
import type { Written } from './written.ts';

/** What a map of the workspace's delivery shows beyond what rules judge; stated on request only. */
export interface DeliveryFacts {
  readonly producers: readonly Producer[];
  readonly producerCalls: readonly ProducerCall[];
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

/** What one handler reads. A handler inside a wrapper has an input per use of the wrapper. */
export interface UnitInput {
  /** The unit, by its index in the analysis. */
  readonly unit: number;
  /** The call of another file that leads to the handler. */
  readonly usedAt?: Written;
  readonly topics: readonly string[];
  /** Topics that did not resolve, or not only to text. */
  readonly unresolved: readonly Written[];
  /** The group, where it resolves to one text. */
  readonly groupId?: string;
  /** The group's expression, where it may be something else. */
  readonly groupWritten?: Written;
}

/** Something about a consumer that did not resolve. */
export interface Unresolved {
  readonly kind: 'topic' | 'group-id' | 'handler';
  readonly written: Written;
  /** What it may be, as far as that is in sight: the default of an environment variable. */
  readonly known: readonly string[];
  /** Ids of the consumers it belongs to; empty when none is in sight. */
  readonly consumers: readonly string[];
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

/** What is imported from a package. */
export interface ModuleMember {
  readonly module: string;
  /** The name of the export; `default`, or `*` for the whole module. */
  readonly name: string;
  /** What the use shows it to be. */
  readonly kind: 'function' | 'class' | 'object';
  /** The method that is called, of a class or an object. */
  readonly method?: string;
}
