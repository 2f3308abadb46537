import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'events' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const seen = new Set<string>();
    for (const id of String(message.value).split(',')) {
      if (seen.has(id)) continue;
      seen.add(id);
      await pool.query('UPDATE parts SET state = 1 WHERE id = $1', [id]);
    }
  },
});