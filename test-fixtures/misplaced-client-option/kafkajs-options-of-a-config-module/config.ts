export const consumerConfig = {
  groupId: 'archive',
  heartbeatInterval: 5000,
  autoCommit: false,
//^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
};