import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({
  eachMessage: async ({ topic, partition, message }) => {
    const { ids } = JSON.parse(String(message.value));
    ids.forEach(async (id: string) => {
//  ^^^^^^^^^^^ floating-effect callbacks
      await pool.query('UPDATE boats SET seen = true WHERE id = $1', [id]);
    });
  },
});
