import abortAfterFailedCommit from './abort-after-failed-commit.ts';
import batchTailDropped from './batch-tail-dropped.ts';
import commitBeforeProcess from './commit-before-process.ts';
import conflictingClientOptions from './conflicting-client-options.ts';
import type { Rule } from './contract/rule.ts';
import dedupNotAtomic from './dedup-not-atomic.ts';
import dedupWindowTooShort from './dedup-window-too-short.ts';
import dualWrite from './dual-write.ts';
import failedSendCommitted from './failed-send-committed.ts';
import floatingEffect from './floating-effect.ts';
import idleTransactionalId from './idle-transactional-id.ts';
import inMemoryDedup from './in-memory-dedup.ts';
import misplacedClientOption from './misplaced-client-option.ts';
import misusedClientApi from './misused-client-api.ts';
import nonIdempotentProducer from './non-idempotent-producer.ts';
import offsetNeverCommitted from './offset-never-committed.ts';
import offsetNotNext from './offset-not-next.ts';
import offsetsOutsideTransaction from './offsets-outside-transaction.ts';
import overlappingTransactions from './overlapping-transactions.ts';
import readUncommittedConsumer from './read-uncommitted-consumer.ts';
import sendOutsideTransaction from './send-outside-transaction.ts';
import sharedTransactionalId from './shared-transactional-id.ts';
import swallowedFailure from './swallowed-failure.ts';
import transactionNotSettled from './transaction-not-settled.ts';
import unkeyedExternalWrite from './unkeyed-external-write.ts';
import unstableIdempotencyKey from './unstable-idempotency-key.ts';
import unstableTransactionalId from './unstable-transactional-id.ts';
import useAfterSettle from './use-after-settle.ts';

/** Every rule, in alphabetical order. */
export const allRules: readonly Rule[] = [
  abortAfterFailedCommit,
  batchTailDropped,
  commitBeforeProcess,
  conflictingClientOptions,
  dedupNotAtomic,
  dedupWindowTooShort,
  dualWrite,
  failedSendCommitted,
  floatingEffect,
  idleTransactionalId,
  inMemoryDedup,
  misplacedClientOption,
  misusedClientApi,
  nonIdempotentProducer,
  offsetNeverCommitted,
  offsetNotNext,
  offsetsOutsideTransaction,
  overlappingTransactions,
  readUncommittedConsumer,
  sendOutsideTransaction,
  sharedTransactionalId,
  swallowedFailure,
  transactionNotSettled,
  unkeyedExternalWrite,
  unstableIdempotencyKey,
  unstableTransactionalId,
  useAfterSettle,
];
