import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
declare function settleLater(...given: unknown[]): Promise<void>;
export async function publish(rows: string[]): Promise<void> {
  const txn = await producer.transaction();
  await settleLater(txn, rows);
}
