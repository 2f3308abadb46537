import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { transactionalId: `ferry-${process.env.POD_NAME}` } });
const consumer = kafka.consumer({
  'enable.auto.commit': false,
  kafkaJS: { groupId: 'ferry', autoCommit: true },
});

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['ferry.booked'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const transaction = await producer.transaction();
      try {
        await transaction.send({ topic: 'ferry.manifest', messages: [{ key: message.key, value: message.value }] });
        await transaction.sendOffsets({
          consumer,
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await transaction.commit();
      } catch (error) {
        if (transaction.isActive()) await transaction.abort();
        throw error;
      }
    },
  });
}
