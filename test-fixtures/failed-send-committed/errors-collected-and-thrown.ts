import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

export async function publish(rows: string[]): Promise<void> {
  const txn = await producer.transaction();
  const errors: unknown[] = [];
  try {
    for (const row of rows) {
      try {
        await txn.send({ topic: 'out', messages: [{ value: row }] });
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors);
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
