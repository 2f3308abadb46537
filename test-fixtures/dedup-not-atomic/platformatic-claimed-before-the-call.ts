import { Consumer, type Message } from '@platformatic/kafka';
import { Redis } from 'ioredis';
import axios from 'axios';

const redis = new Redis();
const consumer = new Consumer({ clientId: 'a', groupId: 'a', bootstrapBrokers: ['localhost:9092'], autocommit: false });

async function handle(message: Message): Promise<void> {
  const claimed = await redis.set(`call:${String(message.key)}`, '1', 'NX');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
  if (claimed === null) return;
  await axios.post('https://partner/calls', String(message.value));
}

export async function read(): Promise<void> {
  const stream = await consumer.consume({ topics: ['calls'], mode: 'committed' });
  for await (const message of stream) {
    await handle(message);
    await message.commit();
  }
}