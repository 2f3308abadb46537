import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });
const producer = kafka.producer({ kafkaJS: { transactionalId: `wages-${process.env.POD_NAME}` } });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'wages', autoCommit: false } });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['shifts.ended'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      await producer.transaction();
      try {
        await pool.query('INSERT INTO wages (worker, body) VALUES ($1, $2)', [String(message.key), String(message.value)]);
//            ^^^^^^^^^^ unkeyed-external-write inTransaction
        await producer.send({ topic: 'wages.due', messages: [{ key: message.key, value: message.value }] });
        await producer.sendOffsets({
          consumer,
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await producer.commit();
      } catch (error) {
        if (producer.isActive()) await producer.abort();
        throw error;
      }
    },
  });
}
