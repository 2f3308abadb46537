import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { transactionalId: `tolls-${process.env.POD_NAME}` } });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'tolls' } });
//               ^^^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['tolls.passed'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      await producer.transaction();
      try {
        await producer.send({ topic: 'tolls.charged', messages: [{ key: message.key, value: message.value }] });
        await producer.sendOffsets({
          consumer,
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await producer.commit();
      } catch (error) {
        if (producer.isActive()) await producer.abort();
        throw error;
      }
    },
  });
}
