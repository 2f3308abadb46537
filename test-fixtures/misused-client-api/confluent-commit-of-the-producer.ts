import { KafkaJS } from '@confluentinc/kafka-javascript';

const producer = new KafkaJS.Kafka().producer({ kafkaJS: { transactionalId: 'routes-0' } });

export async function load(key: string): Promise<void> {
  await producer.transaction();
  try {
    await producer.send({ topic: 'routes', messages: [{ key, value: 'x' }] });
    await producer.commit();
  } catch (error) {
    if (producer.isActive()) await producer.abort();
    throw error;
  }
}