import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

export async function publish(rows: string[]): Promise<void> {
  let txn = await producer.transaction();
  try {
    await txn.send({ topic: 'a', messages: [{ value: rows[0] ?? '' }] });
    await txn.commit();
    txn = await producer.transaction();
    await txn.send({ topic: 'b', messages: [{ value: rows[1] ?? '' }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
