import type { ClientOptions, OptionPlace } from '@kafka-eos/analyzer/facts/client-options';
import type { ProducerLimits } from '@kafka-eos/analyzer/facts/producer-setup';

/** Whatever an object does not destructure is dropped without a word (src/index.js, consumer/index.js). */
export function silent(name: string, label: string, takes: readonly string[]): OptionPlace {
  return { name, label, takes, refuses: [], overlooks: [], dotted: false, otherwise: 'ignored' };
}

/**
 * producer/index.js:45: an idempotent producer throws without retries. messageProducer.js:59: a send rejects acks other
 * than -1 if its producer is idempotent or it belongs to a transaction; a transactional id alone changes neither.
 */
export const kafkajsProducer: ProducerLimits = {
  idempotentByTransactionalId: false,
  otherwise: 'throws',
  needsRetries: true,
  transactionNeedsIdempotence: false,
};

/** kafkajs 2.2.4. */
export const kafkajsOptions: ClientOptions = {
  producer: kafkajsProducer,
  places: [
    // src/index.js:43: brokers, ssl, sasl, clientId, timeouts, retry and logging; no delivery option.
    silent('kafka', 'new Kafka()', []),
    // src/index.js:104 hands these to the producer; acks is not among them.
    silent('producer', 'producer()', ['transactionalId', 'idempotent', 'transactionTimeout']),
    // producer/messageProducer.js:54: acks = -1.
    silent('send', 'send()', ['acks']),
    // src/index.js:138: isolation is readUncommitted; autoCommit is not among the parameters.
    silent('consumer', 'consumer()', ['readUncommitted']),
    // consumer/index.js:133.
    silent('subscribe', 'subscribe()', []),
    // consumer/index.js:189.
    silent('run', 'run()', ['autoCommit', 'autoCommitInterval', 'autoCommitThreshold']),
  ],
  homes: [
    { about: 'autocommitinterval', from: [], place: 'run', option: 'autoCommitInterval' },
    { about: 'autocommitthreshold', from: [], place: 'run', option: 'autoCommitThreshold' },
    { about: 'autocommit', from: [], place: 'run', option: 'autoCommit' },
    { about: 'isolation', from: [], place: 'consumer', option: 'readUncommitted' },
    { about: 'uncommitted', from: [], place: 'consumer', option: 'readUncommitted' },
    { about: 'idempoten', from: [], place: 'producer', option: 'idempotent' },
    { about: 'transactiontimeout', from: [], place: 'producer', option: 'transactionTimeout' },
    { about: 'transaction', from: [], place: 'producer', option: 'transactionalId' },
    { about: 'acks', from: [], place: 'send', option: 'acks' },
  ],
};
