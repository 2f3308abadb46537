import { Consumer, Producer } from '@platformatic/kafka';

const base = { clientId: 'meters', bootstrapBrokers: ['localhost:9092'] };

export const producer = new Producer({ ...base, idempotent: true, transactionalId: 'meters-0', acks: -1 });

export async function open() {
  const consumer = new Consumer({ ...base, groupId: 'meters', autocommit: false, isolationLevel: 1 });
  return consumer.consume({ topics: ['readings'], mode: 'committed', autocommit: false });
}