import type { Rule } from './contract/rule.ts';
import commitBeforeProcess from './commit-before-process.ts';
import floatingEffect from './floating-effect.ts';
import inMemoryDedup from './in-memory-dedup.ts';
import offsetNotNext from './offset-not-next.ts';
import offsetsOutsideTransaction from './offsets-outside-transaction.ts';
import readUncommittedConsumer from './read-uncommitted-consumer.ts';
import swallowedFailure from './swallowed-failure.ts';
import unkeyedExternalWrite from './unkeyed-external-write.ts';
import unstableIdempotencyKey from './unstable-idempotency-key.ts';

/** Every rule, in alphabetical order. */
export const allRules: readonly Rule[] = [
  commitBeforeProcess,
  floatingEffect,
  inMemoryDedup,
  offsetNotNext,
  offsetsOutsideTransaction,
  readUncommittedConsumer,
  swallowedFailure,
  unkeyedExternalWrite,
  unstableIdempotencyKey,
];
