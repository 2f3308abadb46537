// preset: strict
import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { transactionalId: `w-${process.env.HOSTNAME}` } });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ kafkaJS: { groupId: 'g', autoCommit: false } });
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const transaction = await producer.transaction();
      try {
        const offset = (BigInt(message.offset) + 1n).toString();
        await transaction.send({ topic: 'out', messages: [{ key: message.key, value: message.value }] });
        await transaction.sendOffsets({ consumer, topics: [{ topic, partitions: [{ partition, offset }] }] });
        await transaction.commit();
      } catch (error) {
        await transaction.abort();
        throw error;
      }
    },
  });
}
