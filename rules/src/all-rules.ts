import type { Rule } from './contract/rule.ts';
import conflictingClientOptions from './conflicting-client-options.ts';
import inMemoryDedup from './in-memory-dedup.ts';
import misplacedClientOption from './misplaced-client-option.ts';
import misusedClientApi from './misused-client-api.ts';
import offsetsOutsideTransaction from './offsets-outside-transaction.ts';
import readUncommittedConsumer from './read-uncommitted-consumer.ts';
import swallowedFailure from './swallowed-failure.ts';
import unkeyedExternalWrite from './unkeyed-external-write.ts';
import unstableIdempotencyKey from './unstable-idempotency-key.ts';

/** Every rule, in alphabetical order. */
export const allRules: readonly Rule[] = [
  conflictingClientOptions,
  inMemoryDedup,
  misplacedClientOption,
  misusedClientApi,
  offsetsOutsideTransaction,
  readUncommittedConsumer,
  swallowedFailure,
  unkeyedExternalWrite,
  unstableIdempotencyKey,
];
