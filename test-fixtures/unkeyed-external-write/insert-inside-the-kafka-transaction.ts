import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'rides', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TX_ID ?? 'rides-0' });
const pool = new Pool();

async function onRide({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    await pool.query('INSERT INTO rides (rider) VALUES ($1)', [String(message.key)]);
//        ^^^^^^^^^^ unkeyed-external-write inTransaction
    await txn.send({ topic: 'rides.priced', messages: [{ key: message.key, value: message.value }] });
    await txn.sendOffsets({
      consumerGroupId: 'rides',
      topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
    });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'rides' });
  await consumer.subscribe({ topics: ['rides.finished'] });
  await consumer.run({ autoCommit: false, eachMessage: onRide });
}
