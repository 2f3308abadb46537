import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { Sql } from './statements';

const kafka = new Kafka({ clientId: 'loans', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'loans-0' });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'loans' });
  await consumer.subscribe({ topics: ['loans.events'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const { type, borrower, cents } = JSON.parse(String(message.value));
      const txn = await producer.transaction();
      try {
        if (type === 'granted') {
          await pool.query(Sql.add, [borrower, cents]);
//              ^^^^^^^^^^ unkeyed-external-write inTransaction
        } else {
          await pool.query(Sql.close, [borrower]);
        }
        await txn.send({ topic: 'loans.booked', messages: [{ key: borrower, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'loans',
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
