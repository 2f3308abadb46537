import { Consumer, Producer } from '@platformatic/kafka';

const base = { clientId: 'meters', bootstrapBrokers: ['localhost:9092'] };
const quiet = { autoCommit: false, mode: 'committed' };
//              ^^^^^^^^^^^^^^^^^ misplaced-client-option ignored

export const producer = new Producer({ ...base, idempotent: true });

export async function open() {
  const consumer = new Consumer({ ...base, groupId: 'meters' });
  return consumer.consume({ topics: ['readings'], ...quiet });
}