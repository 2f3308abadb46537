// preset: strict
import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';

const pool = new Pool();
const producer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).producer();

export async function add(id: string, port: string): Promise<void> {
  await pool.query('INSERT INTO boats (id, port) VALUES ($1, $2)', [id, port]);
  await producer.send({ topic: 'boats.added', messages: [{ key: id, value: port }] });
//      ^^^^^^^^^^^^^ dual-write beside
}
