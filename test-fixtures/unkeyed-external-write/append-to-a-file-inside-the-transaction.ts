import { appendFile, writeFile } from 'node:fs/promises';
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'export', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'export-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'export' });
  await consumer.subscribe({ topics: ['rows'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await appendFile('/var/export/rows.csv', `${message.value}\n`);
//            ^^^^^^^^^^ unkeyed-external-write inTransaction
        await writeFile(`/var/export/${message.key}.json`, String(message.value));
        await txn.send({ topic: 'rows.exported', messages: [{ key: message.key, value: 'done' }] });
        await txn.sendOffsets({
          consumerGroupId: 'export',
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
