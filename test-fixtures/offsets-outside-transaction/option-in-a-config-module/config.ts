import type { ConsumerRunConfig } from 'kafkajs';

export const RUN: Pick<ConsumerRunConfig, 'autoCommit' | 'autoCommitInterval'> = {
  autoCommit: true,
//^^^^^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn
  autoCommitInterval: 5_000,
};
