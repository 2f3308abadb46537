import { Transfers } from '@house/transfers';
import { Kafka } from 'kafkajs';

const transfers = new Transfers('https://transfers.example');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'house', brokers: ['localhost:9092'] }).consumer({ groupId: 'house' });
  await consumer.subscribe({ topics: ['house'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const transfer = JSON.parse(String(message.value));
      await transfers.send(transfer);
//          ^^^^^^^^^^^^^^ unkeyed-external-write payment
      await transfers.send(transfer, { key: `${topic}-${partition}-${message.offset}` });
    },
  });
}
