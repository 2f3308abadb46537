// preset: strict
import { Kafka } from 'kafkajs';

async function main(value: string): Promise<void> {
  const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'import' });
  await producer.connect();
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
  await producer.disconnect();
}

void main('x');
