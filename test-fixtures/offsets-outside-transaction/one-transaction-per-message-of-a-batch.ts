import { Kafka, type Transaction } from 'kafkajs';

const kafka = new Kafka({ clientId: 'logs', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'logs-0' });
const GROUP = 'logs';

async function publish(txn: Transaction, topic: `lines.${string}`, values: readonly (Buffer | null)[]): Promise<void> {
  await txn.send({ topic, messages: values.map((value) => ({ value })) });
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: GROUP });
  await consumer.subscribe({ topics: [/^raw\..*/] });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    eachBatch: async ({ batch, resolveOffset }) => {
      for (const message of batch.messages) {
        const txn = await producer.transaction();
        try {
          await publish(txn, `lines.${batch.topic}`, [message.value]);
          await txn.sendOffsets({
            consumerGroupId: GROUP,
            topics: [
              {
                topic: batch.topic,
                partitions: [{ partition: batch.partition, offset: (BigInt(message.offset) + 1n).toString() }],
              },
            ],
          });
          await txn.commit();
          resolveOffset(message.offset);
        } catch (error) {
          if (txn.isActive()) await txn.abort();
          throw error;
        }
      }
    },
  });
}
