// preset: strict
import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ 'enable.idempotence': true });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'a' } });

export async function start(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      await producer.send({ topic: 'b', messages: [{ key: message.key, value: message.value }] });
    },
  });
}