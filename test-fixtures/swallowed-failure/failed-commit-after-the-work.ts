import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'meters', brokers: ['localhost:9092'] }).consumer({ groupId: 'meters' });

await consumer.run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    await pool.query('UPDATE meters SET value = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    const offset = (BigInt(message.offset) + 1n).toString();
    try {
      await consumer.commitOffsets([{ topic, partition, offset }]);
    } catch (error) {
      console.warn('the next commit covers it', error);
    }
  },
});
