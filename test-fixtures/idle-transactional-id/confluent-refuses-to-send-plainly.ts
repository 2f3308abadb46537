import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { transactionalId: 'w-0' } });

export async function publish(value: string): Promise<void> {
  await producer.send({ topic: 'out', messages: [{ value }] });
}
