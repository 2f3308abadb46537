import type { ClientProfile } from '@kafka-eos/analyzer/facts/client-profile';

/** The profile of one major version of a Kafka library. */
export interface VersionedProfile {
  readonly packageName: string;
  readonly major: number;
  readonly profile: ClientProfile;
}

const kafkajs: ClientProfile = {
  // consumer/index.js: `run({ autoCommit = true, … })`.
  autoCommitDefault: true,
  // consumer/runner.js: a message is resolved when its handler has returned; offsets are committed after that.
  autoCommitMoves: 'after-handler',
  // consumer/offsetManager: what was resolved is committed unless it equals the last offset that was committed or sent.
  autoCommitMayStepBack: true,
  // consumer/index.js: the handler of a crash restarts the consumer, which fetches from the failed message.
  afterThrow: 'the consumer restarts and fetches the message again',
  throwRedelivers: 'in-process',
  // producer/eosManager: a failed EndTxn leaves COMMITTING or ABORTING, in which isActive() is false, abort() rejects
  // and transaction() does, too, for the life of the producer.
  failedSettlement: 'producer-unusable',
  // protocol/requests/txnOffsetCommit: versions 0 and 1 only, which have no field for the generation.
  sendOffsetsCarryGeneration: false,
  // consumer/consumerGroup.js: OffsetCommit is sent with groupGenerationId and memberId.
  offsetCommitsCarryGeneration: true,
  // producer/index.js: the producer's own send has another producer id than its transactions.
  sendDuringTransaction: 'outside',
  // consumer/consumerGroup.js: a rebalance does not wait for handlers that are running.
  awaitsHandlerBeforeRevocation: false,
  // consumer/runner.js: isStale is consumerGroup.hasSeekOffset; nothing in it asks for the assignment.
  staleAfter: 'seek',
  // producer/eosManager/index.js: transactionTimeout = 60000.
  transactionTimeoutMs: 60_000,
};

/** librdkafka, below two of the libraries. */
const librdkafka = {
  // rdkafka.h, the error flags of rd_kafka_commit_transaction: retriable, or to be aborted.
  failedSettlement: 'still-open',
  // rd_kafka_send_offsets_to_transaction takes the consumer's group metadata, with generation and member.
  sendOffsetsCarryGeneration: true,
  // rdkafka_cgrp.c: OffsetCommit is sent with the generation.
  offsetCommitsCarryGeneration: true,
  // The transaction is a state of the producer: whatever it produces belongs to it.
  sendDuringTransaction: 'inside',
  // CONFIGURATION.md: transaction.timeout.ms = 60000.
  transactionTimeoutMs: 60_000,
} as const;

const confluent: ClientProfile = {
  ...librdkafka,
  // kafkajs/_consumer.js:612: enable.auto.commit is true unless autoCommit says otherwise.
  autoCommitDefault: true,
  // kafkajs/_consumer.js:1374: the offset is stored when the handler has returned, and committed in the background.
  autoCommitMoves: 'after-handler',
  autoCommitMayStepBack: false,
  // kafkajs/_consumer.js:1347: logged, then the consumer seeks back to the message.
  afterThrow: 'the consumer seeks back and is given the message again',
  throwRedelivers: 'in-process',
  // kafkajs/_consumer.js: pending operations are awaited in the rebalance callback.
  awaitsHandlerBeforeRevocation: true,
  // kafkajs/_consumer.js, #checkMaxPollIntervalNotExceeded: every batch is marked stale once the interval is over.
  staleAfter: 'expulsion',
};

const nodeRdkafka: ClientProfile = {
  ...librdkafka,
  // config.d.ts: enable.auto.commit = true.
  autoCommitDefault: true,
  // config.d.ts: enable.auto.offset.store = true: stored when handed over, committed every 5 seconds.
  autoCommitMoves: 'in-background',
  // The position of the group is committed from the offsets stored, which a transaction does not touch.
  autoCommitMayStepBack: false,
  // lib/kafka-consumer.js: messages are events, and an exception in a listener is uncaught.
  afterThrow: 'nobody catches the exception, the process ends, and the next one starts from the committed offset',
  throwRedelivers: 'after-restart',
  // lib/kafka-consumer.js: the default rebalance callback unassigns at once.
  awaitsHandlerBeforeRevocation: false,
  // There is no isStale to ask.
  staleAfter: 'seek',
};

/** The same facts in 1.35.0 and in 2.12.1. */
const platformatic: ClientProfile = {
  // clients/consumer/options.js: autocommit = true.
  autoCommitDefault: true,
  // clients/consumer/messages-stream.js: the last offset of a fetch is committed as it is pushed into the stream.
  autoCommitMoves: 'at-fetch',
  autoCommitMayStepBack: false,
  // An exception in a for-await loop ends the stream; nothing starts it again.
  afterThrow: 'the stream ends, and the next process starts from the committed offset',
  throwRedelivers: 'after-restart',
  // clients/producer/producer.js: the handle is kept after a failed commit, and abort() is allowed.
  failedSettlement: 'still-open',
  // clients/producer/producer.js: TxnOffsetCommit is sent with generationId and memberId of the fetch.
  sendOffsetsCarryGeneration: true,
  // clients/consumer/consumer.js: OffsetCommit is sent with generationId or memberEpoch.
  offsetCommitsCarryGeneration: true,
  // clients/producer/producer.js: send() rejects while a transaction is active.
  sendDuringTransaction: 'rejected',
  // clients/consumer/consumer.js: a rebalance does not wait for whoever reads the stream.
  awaitsHandlerBeforeRevocation: false,
  // There is no isStale to ask.
  staleAfter: 'seek',
  // clients/producer/producer.js: the generic timeout, by default 5000, is the transaction's, too.
  transactionTimeoutMs: 5000,
};

/** server/server-kafka.js runs kafkajs; what a handler throws reaches it. */
const nest: ClientProfile = kafkajs;

/** How each Kafka library behaves around a handler, by package and major version; read in its source. */
const clientProfiles: readonly VersionedProfile[] = [
  { packageName: '@confluentinc/kafka-javascript', major: 1, profile: confluent },
  { packageName: '@nestjs/microservices', major: 10, profile: nest },
  { packageName: '@nestjs/microservices', major: 11, profile: nest },
  { packageName: '@nestjs/microservices', major: 12, profile: nest },
  { packageName: '@platformatic/kafka', major: 1, profile: platformatic },
  { packageName: '@platformatic/kafka', major: 2, profile: platformatic },
  { packageName: 'kafkajs', major: 2, profile: kafkajs },
  { packageName: 'node-rdkafka', major: 3, profile: nodeRdkafka },
];

/** The profiles of a library in some majors, by major, the newest first; empty for a library that is not known. */
export function profilesOf(packageName: string, majors: readonly number[]): ReadonlyMap<number, ClientProfile> {
  const known = clientProfiles.filter((each) => each.packageName === packageName && majors.includes(each.major));
  return new Map(known.sort((a, b) => b.major - a.major).map(({ major, profile }) => [major, profile]));
}
