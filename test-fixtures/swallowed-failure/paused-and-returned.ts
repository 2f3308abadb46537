import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'ports', brokers: ['localhost:9092'] }).consumer({ groupId: 'ports' });

await consumer.run({
  eachMessage: async ({ topic, message }) => {
    try {
      await pool.query('UPDATE ports SET busy = true WHERE id = $1', [String(message.key)]);
    } catch {
//    ^^^^^ swallowed-failure caught
      consumer.pause([{ topic }]);
      setTimeout(() => consumer.resume([{ topic }]), 30_000);
    }
  },
});
