import { KafkaConsumer } from 'node-rdkafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new KafkaConsumer({ 'group.id': 'boats', 'enable.auto.commit': false }, {});
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ offset-never-committed off

consumer.on('data', async (message) => {
  await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
});
