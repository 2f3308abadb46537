import { KafkaConsumer, type Message } from 'node-rdkafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new KafkaConsumer({ 'group.id': 'boats', 'enable.auto.commit': true }, {});
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ commit-before-process option

consumer.on('data', async (message: Message) => {
  await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
});
