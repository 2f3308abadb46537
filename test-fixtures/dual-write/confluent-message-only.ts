// preset: strict
import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';

const pool = new Pool();
const producer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).producer({ kafkaJS: { idempotent: true } });

export async function remind(id: string): Promise<void> {
  const { rows } = await pool.query('SELECT cents FROM orders WHERE id = $1', [id]);
  await producer.send({ topic: 'orders.due', messages: [{ key: id, value: JSON.stringify(rows[0]) }] });
}
