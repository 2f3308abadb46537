// preset: strict
import { Kafka } from 'kafkajs';
import { LedgerApi } from '@house/ledger';

const ledger = new LedgerApi();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'book', brokers: ['localhost:9092'] }).consumer({ groupId: 'book' });
  await consumer.subscribe({ topics: ['book'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await ledger.append(String(message.key), String(message.value));
    },
  });
}
