import { Kafka, type EachBatchPayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'figs', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'figs-0' });

async function eachBatch({ batch }: EachBatchPayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const message of batch.messages) {
      await txn.send({ topic: 'figs.dried', messages: [{ key: message.key, value: message.value }] });
    }
    await txn.sendOffsets({
      consumerGroupId: 'figs',
      topics: [
        {
          topic: batch.topic,
          partitions: [{ partition: batch.partition, offset: (BigInt(batch.lastOffset()) + 1n).toString() }],
        },
      ],
    });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'figs' });
  await consumer.subscribe({ topics: ['figs'] });
  await consumer.run({ autoCommit: false, eachBatch });
}
