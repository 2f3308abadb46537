import { Kafka } from 'kafkajs';
import { addNote } from './crm';

const kafka = new Kafka({ clientId: 'notes', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'notes-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'notes' });
  await consumer.subscribe({ topics: ['calls.ended'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await addNote(String(message.key), String(message.value));
        await txn.send({ topic: 'calls.noted', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'notes',
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
