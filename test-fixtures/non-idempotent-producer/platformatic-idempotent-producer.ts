// preset: strict
import { Consumer, Producer } from '@platformatic/kafka';

const base = { clientId: 'a', bootstrapBrokers: ['localhost:9092'] };
const producer = new Producer({ ...base, idempotent: true });
const consumer = new Consumer({ ...base, groupId: 'a', autocommit: false });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['a'], mode: 'committed' });
  for await (const message of stream) {
    await producer.send({ messages: [{ topic: 'b', value: message.value }] });
    await message.commit();
  }
}
