import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

await consumer.run({
  eachMessage: async ({ topic, partition, message }) => {
    try {
      await pool.query('UPDATE locks SET shut = true WHERE id = $1', [String(message.key)]);
    } catch {
      consumer.seek({ topic, partition, offset: message.offset });
    }
  },
});
