import type { ClientProfile } from '@kafka-eos/analyzer/facts/client-profile';

/** How each Kafka library behaves around a handler, by package; read in its source. */
export const clientProfiles: ReadonlyMap<string, ClientProfile> = new Map([
  [
    '@confluentinc/kafka-javascript',
    {
      // lib/kafkajs/_consumer.js: enable.auto.commit is true unless autoCommit says otherwise.
      autoCommitDefault: true,
      // lib/kafkajs/_consumer.js: the error is logged, then the consumer seeks back to the message.
      afterThrow: 'the consumer seeks back and is given the message again',
      // rdkafka.h, rd_kafka_commit_transaction: retriable, or to be aborted.
      inactiveAfterFailedCommit: false,
    },
  ],
  [
    '@nestjs/microservices',
    {
      // server/server-kafka.js: consumer.run() of kafkajs, with the options of the user.
      autoCommitDefault: true,
      // server/server-kafka.js: what a handler of events throws reaches kafkajs.
      afterThrow: 'the consumer restarts and fetches the message again',
      // As of kafkajs.
      inactiveAfterFailedCommit: true,
    },
  ],
  [
    '@platformatic/kafka',
    {
      // clients/consumer/options.js: autocommit = true.
      autoCommitDefault: true,
      // An exception in a for-await loop ends the stream; nothing starts it again.
      afterThrow: 'the stream ends, and the next process starts from the committed offset',
      // clients/producer/producer.js: the handle is kept after a failed commit, and abort() is allowed.
      inactiveAfterFailedCommit: false,
    },
  ],
  [
    'node-rdkafka',
    {
      // config.d.ts: enable.auto.commit = true.
      autoCommitDefault: true,
      // lib/kafka-consumer.js: messages are events, and an exception in a listener is uncaught.
      afterThrow: 'nobody catches the exception, the process ends, and the next one starts from the committed offset',
      // rdkafka.h, rd_kafka_commit_transaction: retriable, or to be aborted.
      inactiveAfterFailedCommit: false,
    },
  ],
  [
    'kafkajs',
    {
      // src/consumer/index.js: `run({ autoCommit = true, … })`.
      autoCommitDefault: true,
      // src/consumer/index.js: the handler of a crash restarts the consumer, which fetches from the failed message.
      afterThrow: 'the consumer restarts and fetches the message again',
      // src/producer/eosManager: a failed EndTxn leaves the state COMMITTING, in which isActive() is false.
      inactiveAfterFailedCommit: true,
    },
  ],
]);
