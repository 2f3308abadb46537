import type { ClientOptions, OptionPlace } from '@kafka-eos/analyzer/facts/client-options';
import { consumerNames, nativeProducer, producerNames } from './librdkafka.ts';

/** kafkajs/_common.js: the names that are checked for outside of the block. */
const common: readonly string[] = [
  ...['brokers', 'clientId', 'sasl', 'ssl', 'requestTimeout', 'enforceRequestTimeout', 'connectionTimeout'],
  ...['authenticationTimeout', 'retry', 'socketFactory', 'reauthenticationThreshold', 'logLevel', 'logger'],
];
const ofProducer: readonly string[] = [
  ...['createPartitioner', 'metadataMaxAge', 'allowAutoTopicCreation', 'transactionTimeout', 'idempotent'],
  ...['maxInFlightRequests', 'transactionalId', 'compression', 'timeout'],
];
const ofConsumer: readonly string[] = [
  ...['groupId', 'partitionAssigners', 'partitionAssignors', 'sessionTimeout', 'rebalanceTimeout'],
  ...['heartbeatInterval', 'metadataMaxAge', 'allowAutoTopicCreation', 'maxBytesPerPartition', 'maxWaitTimeInMs'],
  ...['minBytes', 'maxBytes', 'readUncommitted', 'maxInFlightRequests', 'rackId', 'fromBeginning', 'autoCommit'],
  ...['autoCommitInterval', 'autoCommitThreshold'],
];

/** kafkajs/_kafka.js:71 and :90: a name of the block outside of it throws; what is left goes to librdkafka. */
function outside(
  name: string,
  label: string,
  takes: readonly string[],
  refuses: readonly string[],
  overlooks: readonly string[],
): OptionPlace {
  return { name, label, takes, refuses, overlooks, dotted: true, otherwise: 'throws' };
}

function strictly(name: string, label: string, takes: readonly string[], refuses: readonly string[] = []): OptionPlace {
  return { name, label, takes, refuses, overlooks: [], dotted: false, otherwise: 'throws' };
}

const sides = ['producer', 'producer.kafkaJS', 'send'];

/** @confluentinc/kafka-javascript 1.10.1, the API in the manner of kafkajs. */
export const confluentOptions: ClientOptions = {
  producer: nativeProducer,
  places: [
    outside('kafka', 'new Kafka()', [...producerNames, ...consumerNames], common, []),
    strictly('kafka.kafkaJS', 'the kafkaJS block of new Kafka()', []),
    // acks is exempt: it is one of librdkafka's names, too.
    outside('producer', 'producer()', producerNames, [...common, ...ofProducer], consumerNames),
    // kafkajs/_producer.js:164.
    strictly('producer.kafkaJS', 'the kafkaJS block of producer()', [
      ...['transactionalId', 'idempotent', 'transactionTimeout', 'acks'],
    ]),
    // kafkajs/_producer.js:627: acks, timeout and compression are settings of the producer.
    strictly('send', 'send()', []),
    outside('consumer', 'consumer()', consumerNames, [...common, ...ofConsumer], producerNames),
    // kafkajs/_consumer.js:612.
    strictly('consumer.kafkaJS', 'the kafkaJS block of consumer()', [
      ...['autoCommit', 'autoCommitInterval', 'readUncommitted'],
    ]),
    // kafkajs/_consumer.js: subscribe() throws on fromBeginning, which is a setting of the consumer.
    strictly('subscribe', 'subscribe()', [], ['fromBeginning']),
    // kafkajs/_consumer.js:1295.
    strictly('run', 'run()', []),
  ],
  homes: [
    { about: 'autocommitinterval', from: [], place: 'consumer.kafkaJS', option: 'autoCommitInterval' },
    { about: 'autocommitthreshold', from: [], place: 'consumer.kafkaJS', option: 'autoCommitInterval' },
    { about: 'autocommit', from: [], place: 'consumer.kafkaJS', option: 'autoCommit' },
    { about: 'isolation', from: [], place: 'consumer.kafkaJS', option: 'readUncommitted' },
    { about: 'uncommitted', from: [], place: 'consumer.kafkaJS', option: 'readUncommitted' },
    { about: 'idempoten', from: [], place: 'producer.kafkaJS', option: 'idempotent' },
    { about: 'transactiontimeout', from: [], place: 'producer.kafkaJS', option: 'transactionTimeout' },
    { about: 'transaction', from: [], place: 'producer.kafkaJS', option: 'transactionalId' },
    { about: 'acks', from: [], place: 'producer.kafkaJS', option: 'acks' },
    ...common.map((option) => ({ about: option.toLowerCase(), from: ['kafka'], place: 'kafka.kafkaJS', option })),
    ...[...common, ...ofProducer].map((option) => ({
      about: option.toLowerCase(),
      from: sides,
      place: 'producer.kafkaJS',
      option,
    })),
    ...[...common, ...ofConsumer].map((option) => ({
      about: option.toLowerCase(),
      from: ['consumer', 'subscribe', 'run'],
      place: 'consumer.kafkaJS',
      option,
    })),
  ],
};
