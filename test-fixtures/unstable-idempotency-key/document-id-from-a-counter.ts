import { Client } from '@elastic/elasticsearch';
import { Kafka } from 'kafkajs';

const search = new Client({ node: 'http://localhost:9200' });
let written = 0;

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const rent = JSON.parse(String(message.value));
      written += 1;
      await search.index({ index: 'rents', id: `rent-${written}`, document: rent });
//                                             ^^^^^^^^^^^^^^^^^ unstable-idempotency-key key
    },
  });
}
