import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'grades', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'grades-0' });
const consumer = kafka.consumer({ groupId: 'grades' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['exams'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'exams.graded', messages: [{ key: message.key, value: message.value }] });
        const offset = (BigInt(message.offset) + 1n).toString();
        await consumer.commitOffsets([{ topic, partition, offset }]);
//            ^^^^^^^^^^^^^^^^^^^^^^ offsets-outside-transaction committedBeside
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
