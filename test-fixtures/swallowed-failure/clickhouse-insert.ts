import { createClient } from '@clickhouse/client';
import { Kafka } from 'kafkajs';

const clickhouse = createClient({ url: 'http://clickhouse:8123' });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'events', brokers: ['localhost:9092'] }).consumer({ groupId: 'events' });
  await consumer.subscribe({ topics: ['events'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      try {
        await clickhouse.insert({ table: 'events', values: [JSON.parse(String(message.value))], format: 'JSONEachRow' });
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.error('insert failed', error);
      }
    },
  });
}
