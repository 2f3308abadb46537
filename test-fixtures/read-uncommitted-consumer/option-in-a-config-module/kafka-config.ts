import type { ConsumerConfig } from 'kafkajs';

export const consumerConfig: ConsumerConfig = {
  groupId: 'billing-dashboard',
  heartbeatInterval: 3_000,
  readUncommitted: true,
//^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
};
