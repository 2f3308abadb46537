import type { ProducerLimits } from './producer-setup.ts';

/**
 * Where a Kafka library takes which option about acks, idempotence, commits, isolation and transactions. It is data of
 * one major version of the library, each fact with its source there.
 */
export interface ClientOptions {
  readonly producer: ProducerLimits;
  readonly places: readonly OptionPlace[];
  /** Where options belong that are met elsewhere; the first that fits. */
  readonly homes: readonly OptionHome[];
}

/** An object of options. */
export interface OptionPlace {
  /** The word of the stub's `settings` tags: `consumer`, `consumer.kafkaJS`. */
  readonly name: string;
  /** In a sentence: `consumer()`. */
  readonly label: string;
  /** Options of that kind that take effect here. */
  readonly takes: readonly string[];
  /** Options of any kind that another object takes and this one throws on. */
  readonly refuses: readonly string[];
  /** Options of that kind that are overlooked, where others throw. */
  readonly overlooks: readonly string[];
  /** Whether names may have dots in them, as librdkafka's do. */
  readonly dotted: boolean;
  /** What becomes of an option of that kind that is not taken. */
  readonly otherwise: 'ignored' | 'throws';
}

/** The right place of an option, under whatever name people write it. */
export interface OptionHome {
  /** A part of the written name, in lower case and without dots. */
  readonly about: string;
  /** The written places for which this holds; all of them when empty. */
  readonly from: readonly string[];
  /** The name of the place. */
  readonly place: string;
  readonly option: string;
}
