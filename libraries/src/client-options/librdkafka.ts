import type { OptionHome } from '@kafka-eos/analyzer/facts/client-options';
import type { ProducerLimits } from '@kafka-eos/analyzer/facts/producer-setup';

/** rdkafka_conf.c:4297-4348 and :4467-4498: checked when the producer is made. */
export const nativeProducer: ProducerLimits = {
  idempotentByTransactionalId: true,
  otherwise: 'throws',
  needsRetries: true,
  maxInFlight: 5,
  transactionTimeoutMs: 60_000,
  transactionNeedsIdempotence: false,
};

/** librdkafka's CONFIGURATION.md, as far as it is about delivery: options of producers, and of their topics. */
export const producerNames: readonly string[] = [
  ...['acks', 'request.required.acks', 'enable.idempotence', 'transactional.id', 'transaction.timeout.ms'],
];

/** The same of consumers, with the callback of node-rdkafka. */
export const consumerNames: readonly string[] = [
  ...['enable.auto.commit', 'auto.commit.enable', 'auto.commit.interval.ms', 'isolation.level', 'offset_commit_cb'],
];

/** Where they belong, whatever they are called. */
export const homesOfNames: readonly OptionHome[] = [
  { about: 'autocommitinterval', from: [], place: 'consumer', option: 'auto.commit.interval.ms' },
  { about: 'autocommit', from: [], place: 'consumer', option: 'enable.auto.commit' },
  { about: 'isolation', from: [], place: 'consumer', option: 'isolation.level' },
  { about: 'uncommitted', from: [], place: 'consumer', option: 'isolation.level' },
  { about: 'idempoten', from: [], place: 'producer', option: 'enable.idempotence' },
  { about: 'transactiontimeout', from: [], place: 'producer', option: 'transaction.timeout.ms' },
  { about: 'transaction', from: [], place: 'producer', option: 'transactional.id' },
  { about: 'acks', from: [], place: 'producer', option: 'acks' },
];
