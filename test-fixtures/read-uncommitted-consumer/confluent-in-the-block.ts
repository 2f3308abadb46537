import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'audit', readUncommitted: true, fromBeginning: true } });
//                                                             ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['ledger'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.key)) });
}
