// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'stations', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TX_ID ?? 'stations-0' });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'stations' });
  await consumer.subscribe({ topics: ['stations.states'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await pool.query(
          `INSERT INTO stations (id, state) VALUES ($1, $2)
           ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state`,
          [String(message.key), String(message.value)],
        );
        await pool.query('UPDATE maps SET drawn = false WHERE station = $1', [String(message.key)]);
        await pool.query('DELETE FROM alerts WHERE station = $1', [String(message.key)]);
        await txn.send({ topic: 'stations.changed', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'stations',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
