import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'keys', brokers: ['localhost:9092'] }).consumer({ groupId: 'keys' });

async function revoke(id: string): Promise<string> {
  let outcome = 'unknown';
  try {
    await pool.query('DELETE FROM keys WHERE id = $1', [id]);
    outcome = 'revoked';
  } finally {
    return outcome;
//  ^^^^^^^^^^^^^^^ swallowed-failure returned
  }
}

await consumer.run({
  eachMessage: async ({ message }) => {
    console.info(await revoke(String(message.key)));
  },
});
