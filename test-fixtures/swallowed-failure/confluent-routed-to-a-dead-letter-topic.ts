import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { idempotent: true } });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ kafkaJS: { groupId: 'boats' } });
  await consumer.subscribe({ topics: ['boats'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      try {
        await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
      } catch (error) {
        await producer.send({ topic: 'boats.dead', messages: [{ key: message.key, value: message.value }] });
      }
    },
  });
}
