import { Kafka, type EachBatchPayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'hops', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'hops-0' });

async function eachBatch({ batch, resolveOffset }: EachBatchPayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const message of batch.messages) {
      await txn.send({ topic: 'hops.counted', messages: [{ key: message.key, value: message.value }] });
    }
    await txn.commit();
//        ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
  for (const message of batch.messages) resolveOffset(message.offset);
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'hops' });
  await consumer.subscribe({ topics: ['hops'] });
  await consumer.run({ eachBatch });
}
