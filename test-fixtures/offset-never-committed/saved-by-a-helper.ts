import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });

async function save(id: string, port: string): Promise<void> {
  await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [port, id]);
}

await consumer.run({
  autoCommit: false,
//^^^^^^^^^^^^^^^^^ offset-never-committed off
  eachMessage: async ({ topic, partition, message }) => {
    await save(String(message.key), String(message.value));
  },
});
