import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const producer = new Kafka({ clientId: 'month-end', brokers: ['localhost:9092'] }).producer({ transactionalId: 'month-end' });
const pool = new Pool();

export async function closeMonth(month: string): Promise<void> {
  const txn = await producer.transaction();
  try {
    await pool.query('INSERT INTO closings (month) VALUES ($1)', [month]);
//        ^^^^^^^^^^ unkeyed-external-write inTransaction
    await txn.send({ topic: 'months.closed', messages: [{ key: month, value: month }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
