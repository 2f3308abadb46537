import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'hooks', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'hooks-0' });

async function onEvent({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    const response = await fetch('https://partner.example/events', {
//                         ^^^^^ unkeyed-external-write inTransaction
      method: 'POST',
      body: String(message.value),
    });
    if (!response.ok) throw new Error(`partner answered ${response.status}`);
    await txn.send({ topic: 'hooks.done', messages: [{ key: message.key, value: 'ok' }] });
    await txn.sendOffsets({
      consumerGroupId: 'hooks',
      topics: [{ topic, partitions: [{ partition, offset: String(BigInt(message.offset) + 1n) }] }],
    });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'hooks' });
  await consumer.subscribe({ topics: ['hooks.wanted'] });
  await consumer.run({ autoCommit: false, eachMessage: onEvent });
}
