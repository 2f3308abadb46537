import { KafkaJS } from '@confluentinc/kafka-javascript';

const perCountry = new Map<string, number>();
const consumer = new KafkaJS.Kafka({ 'bootstrap.servers': 'localhost:9092' }).consumer({ 'group.id': 'globe' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['visits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const country = String(message.key);
      perCountry.set(country, (perCountry.get(country) ?? 0) + 1);
    },
  });
}
