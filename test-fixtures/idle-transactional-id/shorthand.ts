import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const transactionalId = 'w-0';
const producer = kafka.producer({
  transactionalId,
//^^^^^^^^^^^^^^^ idle-transactional-id idle
});

export async function publish(value: string): Promise<void> {
  await producer.send({ topic: 'out', messages: [{ value }] });
}
