import knexFactory from 'knex';
import { Kafka } from 'kafkajs';

const knex = knexFactory({ client: 'pg' });
const kafka = new Kafka({ clientId: 'shifts', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'shifts-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'shifts' });
  await consumer.subscribe({ topics: ['shifts.planned'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await knex('shifts').insert({ worker: String(message.key) });
//            ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write inTransaction
        await knex('shift_state').insert({ worker: String(message.key) }).onConflict('worker').merge();
        await txn.send({ topic: 'shifts.stored', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'shifts',
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
