import type { Rule } from './contract/rule.ts';
import conflictingClientOptions from './conflicting-client-options.ts';
import dedupNotAtomic from './dedup-not-atomic.ts';
import dedupWindowTooShort from './dedup-window-too-short.ts';
import inMemoryDedup from './in-memory-dedup.ts';
import misplacedClientOption from './misplaced-client-option.ts';
import misusedClientApi from './misused-client-api.ts';
import nonIdempotentProducer from './non-idempotent-producer.ts';
import offsetsOutsideTransaction from './offsets-outside-transaction.ts';
import readUncommittedConsumer from './read-uncommitted-consumer.ts';
import unkeyedExternalWrite from './unkeyed-external-write.ts';
import unstableIdempotencyKey from './unstable-idempotency-key.ts';

/** Every rule, in alphabetical order. */
export const allRules: readonly Rule[] = [
  conflictingClientOptions,
  dedupNotAtomic,
  dedupWindowTooShort,
  inMemoryDedup,
  misplacedClientOption,
  misusedClientApi,
  nonIdempotentProducer,
  offsetsOutsideTransaction,
  readUncommittedConsumer,
  unkeyedExternalWrite,
  unstableIdempotencyKey,
];
