import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
const other = kafka.producer({ transactionalId: process.env.OTHER_ID ?? 'o-0' });
export async function publish(rows: string[]): Promise<void> {
  const one = await producer.transaction();
//                  ^^^^^^^^^^^^^^^^^^^^ transaction-not-settled throws
  const two = await other.transaction();
//                  ^^^^^^^^^^^^^^^^^ transaction-not-settled throws
  try {
    await one.send({ topic: 'a', messages: [{ value: rows[0] ?? '' }] });
    await one.commit();
    await two.send({ topic: 'b', messages: [{ value: rows[0] ?? '' }] });
    await two.commit();
  } catch (error) {
    if (one.isActive()) await one.abort();
    if (two.isActive()) await two.abort();
    throw error;
  }
}
