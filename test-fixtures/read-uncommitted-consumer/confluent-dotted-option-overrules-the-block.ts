import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const consumer = kafka.consumer({
  'isolation.level': 'read_committed',
  kafkaJS: { groupId: 'mirror', readUncommitted: true },
});

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['ledger'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.key)) });
}
