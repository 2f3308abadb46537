import { Kafka } from 'kafkajs';
import { forward } from './forward';

const kafka = new Kafka({ clientId: 'forward', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'forward-0' });
const consumer = kafka.consumer({
  groupId: 'forward',
  readUncommitted: true,
//^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
});

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['incoming'] });
  await consumer.run({ autoCommit: false, eachMessage: (payload) => forward(producer, payload) });
}
