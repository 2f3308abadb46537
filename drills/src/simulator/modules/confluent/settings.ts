import { field } from '../../world/callback.ts';
import { KafkaJSError } from './errors.ts';

/** Names of the API in the manner of kafkajs, and what librdkafka calls the same. */
const dotted: Readonly<Record<string, string>> = {
  transactionalId: 'transactional.id',
  idempotent: 'enable.idempotence',
  maxInFlightRequests: 'max.in.flight',
  transactionTimeout: 'transaction.timeout.ms',
  groupId: 'group.id',
  autoCommit: 'enable.auto.commit',
  autoCommitInterval: 'auto.commit.interval.ms',
};

const blockOf = {
  kafka:
    'brokers ssl sasl clientId connectionTimeout authenticationTimeout requestTimeout enforceRequestTimeout retry logLevel logger',
  producer:
    'transactionalId idempotent transactionTimeout maxInFlightRequests acks timeout retry metadataMaxAge allowAutoTopicCreation compression logLevel logger createPartitioner',
  consumer:
    'groupId autoCommit autoCommitInterval readUncommitted fromBeginning metadataMaxAge sessionTimeout rebalanceTimeout heartbeatInterval maxBytesPerPartition minBytes maxBytes maxWaitTimeInMs retry allowAutoTopicCreation maxInFlightRequests rackId partitionAssigners partitionAssignors logLevel logger',
} as const;

const names = Object.fromEntries(Object.entries(blockOf).map(([kind, words]) => [kind, new Set(words.split(' '))]));

export type Settings = Readonly<Record<string, unknown>>;

/** Refuses a name of kafkajs outside its block, and inside it one that nobody knows. */
export function checkSettings(kind: keyof typeof blockOf, given: unknown): void {
  const known = names[kind] ?? new Set<string>();
  for (const name of keysOf(given)) {
    if (known.has(name) && name !== 'acks') {
      throw new KafkaJSError(`The property '${name}' must be passed in the 'kafkaJS' block`);
    }
  }
  for (const name of keysOf(field(given, 'kafkaJS'))) {
    const belongs = known.has(name) || names['kafka']?.has(name) === true;
    if (!belongs) throw new KafkaJSError(`The property '${name}' is not supported in the 'kafkaJS' block`);
  }
}

/** All settings under librdkafka's names; those that are given so win over those of the block. */
export function settingsOf(...given: readonly unknown[]): Settings {
  const settings: Record<string, unknown> = {};
  for (const each of given) {
    const block = field(each, 'kafkaJS');
    for (const name of keysOf(block)) settings[dotted[name] ?? name] = field(block, name);
    const level = field(block, 'readUncommitted');
    if (level !== undefined) settings['isolation.level'] = level === true ? 'read_uncommitted' : 'read_committed';
    const retries = field(field(block, 'retry'), 'retries');
    if (retries !== undefined) settings['retries'] = retries;
  }
  for (const each of given) {
    for (const name of keysOf(each)) if (name !== 'kafkaJS') settings[name] = field(each, name);
  }
  return settings;
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
