import { Consumer, stringDeserializers } from '@platformatic/kafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Consumer({ clientId: 'w', groupId: 'g', bootstrapBrokers: ['localhost:9092'], deserializers: stringDeserializers });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['boats'], mode: 'committed', autocommit: false });
  for await (const message of stream) {
    try {
      await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [message.value, message.key]);
      await message.commit();
    } catch (error) {
      console.error(error);
      throw error;
    }
  }
}
