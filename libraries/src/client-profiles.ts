import type { ClientProfile } from '@kafka-eos/analyzer/facts/client-profile';

/** How each Kafka library behaves around a handler, by package; read in its source. */
export const clientProfiles: ReadonlyMap<string, ClientProfile> = new Map([
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
