import { KafkaConsumer } from 'node-rdkafka';
import { Pool } from 'pg';

const pool = new Pool();

export async function run(): Promise<void> {
  const stream = KafkaConsumer.createReadStream({ 'group.id': 'boats', 'enable.auto.commit': false }, {}, { topics: ['boats'] });
  for await (const message of stream) {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    stream.consumer.commitMessageSync(message);
  }
}
