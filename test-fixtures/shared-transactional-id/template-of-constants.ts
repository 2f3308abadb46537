// preset: strict
import { Kafka, type Producer } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const APP = 'w';
const one = kafka.producer({ transactionalId: `${APP}-0` });
//                                            ^^^^^^^^^^ shared-transactional-id several
const two = kafka.producer({ transactionalId: 'w-0' });
//                                            ^^^^^ shared-transactional-id several

async function run(producer: Producer, value: string): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function both(value: string): Promise<void> {
  await run(one, value);
  await run(two, value);
}
