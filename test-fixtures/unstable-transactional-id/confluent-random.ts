import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { transactionalId: `w-${Date.now()}` } });
//                                                            ^^^^^^^^^^^^^^^^^ unstable-transactional-id unstable
const consumer = kafka.consumer({ kafkaJS: { groupId: 'g', autoCommit: false } });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'out', messages: [{ value: message.value }] });
        await producer.sendOffsets({ consumer, topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }] });
        await txn.commit();
      } catch (error) {
        await txn.abort();
        throw error;
      }
    },
  });
}
