import { Consumer, type Message } from '@platformatic/kafka';
import axios from 'axios';

const consumer = new Consumer({ clientId: 'hooks', groupId: 'hooks', bootstrapBrokers: ['localhost:9092'] });

async function call(message: Message): Promise<void> {
  const key = `${message.topic}-${String(message.partition)}-${String(message.offset)}`;
  await axios.post('https://hooks.example.org', message.value, { headers: { 'Idempotency-Key': key } });
}

export async function run(): Promise<void> {
  const stream = await consumer.consume({ topics: ['hooks'], mode: 'committed', autocommit: false });
  await stream.forEach(async (message) => {
    await call(message);
    await message.commit();
  });
}
