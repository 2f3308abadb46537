import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';

const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).consumer({ kafkaJS: { groupId: 'boats' } });
  await consumer.subscribe({ topics: ['boats'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const port = pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
      const seen = pool.query('UPDATE boats SET seen = $1 WHERE id = $2', [message.timestamp, String(message.key)]);
      await Promise.all([port, seen]);
    },
  });
}
