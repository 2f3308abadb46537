import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'maps', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'maps-0' });

async function onTrack({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'tracks.snapped', messages: [{ key: message.key, value: message.value }] });
    await txn.sendOffsets({
      consumerGroupId: 'maps',
      topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
    });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'maps' });
  await consumer.subscribe({ topics: ['tracks'] });
  await consumer.run({ eachMessage: onTrack });
//      ^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn
}
