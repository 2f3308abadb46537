import { KafkaJS } from '@confluentinc/kafka-javascript';
import { createClient } from 'redis';

const redis = createClient();

export async function start(): Promise<void> {
  const consumer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).consumer({ kafkaJS: { groupId: 'gifts' } });
  await consumer.subscribe({ topics: ['gifts'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const key = `gift:${String(message.key)}`;
      if ((await redis.get(key)) !== null) return;
      await fetch('https://gifts.example.org/cards', { method: 'POST', body: String(message.value) });
      await redis.set(key, '1', { EX: 7 * 24 * 3600 });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
    },
  });
}
