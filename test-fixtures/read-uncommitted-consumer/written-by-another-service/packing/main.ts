import { Kafka } from 'kafkajs';
import { pack } from './pack';

const consumer = new Kafka({ clientId: 'packing', brokers: ['localhost:9092'] }).consumer({
  groupId: 'packing',
  sessionTimeout: 30_000,
  readUncommitted: true,
//^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
});

export async function start(): Promise<void> {
  await consumer.subscribe({ topic: 'ordering.lines', fromBeginning: false });
  await consumer.run({ eachMessage: pack });
}
