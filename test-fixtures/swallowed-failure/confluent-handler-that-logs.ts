import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).consumer({ kafkaJS: { groupId: 'lamps' } });

await consumer.run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE lamps SET lit = true WHERE id = $1', [String(message.key)]);
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error(error);
    }
  },
});
