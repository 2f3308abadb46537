import { Consumer, stringDeserializers } from '@platformatic/kafka';
import { createClient } from 'redis';

const redis = createClient();
const consumer = new Consumer({ clientId: 'gifts', groupId: 'gifts', bootstrapBrokers: ['localhost:9092'], deserializers: stringDeserializers });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['gifts'], mode: 'committed', autocommit: false });
  for await (const message of stream) {
    const key = `gift:${message.key}`;
    if ((await redis.get(key)) === null) {
      await fetch('https://gifts.example.org/cards', { method: 'POST', body: message.value });
      await redis.set(key, '1', { EX: 300 });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
//                                    ^^^ dedup-window-too-short expires
    }
    await message.commit();
  }
}
