import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'gates', brokers: ['localhost:9092'] }).consumer({ groupId: 'gates' });

async function close(id: string): Promise<void> {
  try {
    await pool.query('UPDATE gates SET open = false WHERE id = $1', [id]);
  } catch (error) {
    throw new Error(`gate ${id}`, { cause: error });
  }
}

await consumer.run({
  eachMessage: async ({ message }) => {
    try {
      await close(String(message.key));
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error(error);
    }
  },
});
