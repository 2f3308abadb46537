import { KafkaConsumer } from 'node-rdkafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new KafkaConsumer({ 'group.id': 'stock', 'enable.auto.commit': false }, {});

consumer.on('data', async (message) => {
  await pool.query(
    'INSERT INTO stock (sku, level) VALUES ($1, $2) ON CONFLICT (sku) DO UPDATE SET level = EXCLUDED.level',
    [String(message.key), String(message.value)],
  );
  consumer.commitMessage(message);
});
