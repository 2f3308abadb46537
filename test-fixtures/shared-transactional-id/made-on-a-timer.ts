// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
setInterval(async () => {
  const value = 'tick';
  const producer = kafka.producer({ transactionalId: 'w-0' });
//                                                   ^^^^^ shared-transactional-id again
  await producer.connect();
  try {
    const txn = await producer.transaction();
    try {
      await txn.send({ topic: 'out', messages: [{ value }] });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  } finally {
    await producer.disconnect();
  }
}, 1000);
