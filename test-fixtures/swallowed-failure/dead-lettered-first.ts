import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();

await kafka.consumer({ groupId: 'tags' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE tags SET label = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch (error) {
      console.error(error);
      await producer.send({ topic: 'tags.dead', messages: [{ key: message.key, value: message.value }] });
    }
  },
});
