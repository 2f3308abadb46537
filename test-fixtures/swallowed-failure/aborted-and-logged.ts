import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'tolls', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TRANSACTIONAL_ID ?? 'tolls-0' });

async function onPassage({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'tolls.priced', messages: [{ key: message.key, value: message.value }] });
    const offset = (BigInt(message.offset) + 1n).toString();
    await txn.sendOffsets({ consumerGroupId: 'tolls', topics: [{ topic, partitions: [{ partition, offset }] }] });
    await txn.commit();
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure abortedAndCaught
    if (txn.isActive()) await txn.abort();
    console.error('toll not priced', error);
  }
}

await kafka.consumer({ groupId: 'tolls' }).run({ autoCommit: false, eachMessage: onPassage });
