import { Kafka } from 'kafkajs';
import { RUN } from './config';

const kafka = new Kafka({ clientId: 'crops', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'crops-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'crops' });
  await consumer.subscribe({ topics: ['crops'] });
  await consumer.run({
    ...RUN,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'crops.sold', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'crops',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
