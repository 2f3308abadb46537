import { Consumer } from '@platformatic/kafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Consumer({ clientId: 'boats', groupId: 'boats', bootstrapBrokers: ['localhost:9092'] });
const stream = await consumer.consume({ topics: ['boats'], mode: 'committed', autocommit: false });
for await (const message of stream) {
  await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
  await message.commit();
}
