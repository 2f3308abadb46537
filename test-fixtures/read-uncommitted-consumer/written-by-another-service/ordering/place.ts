import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'ordering', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'ordering-0', maxInFlightRequests: 1 });

export async function place(orderId: string, lines: readonly string[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const line of lines) {
      await txn.send({ topic: 'ordering.lines', messages: [{ key: orderId, value: line }] });
    }
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
