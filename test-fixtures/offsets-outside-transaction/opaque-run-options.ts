import { Kafka } from 'kafkajs';
import { loadSettings } from '@house/settings';

const settings = loadSettings();
const kafka = new Kafka({ clientId: 'reeds', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'reeds-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'reeds' });
  await consumer.subscribe({ topics: ['reeds'] });
  await consumer.run({
    ...settings.run,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'reeds.cut', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'reeds',
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
