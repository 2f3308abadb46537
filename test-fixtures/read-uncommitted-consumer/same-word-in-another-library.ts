// preset: strict
import { Kafka } from 'kafkajs';
import { openWarehouse } from '@house/warehouse';

const warehouse = openWarehouse({ readUncommitted: true });
const kafka = new Kafka({ clientId: 'same-word', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'same-word' });
  await consumer.subscribe({ topics: ['same-word'] });
  await consumer.run({
    eachMessage: async ({ message }) => console.info(await warehouse.estimate(String(message.key))),
  });
}
