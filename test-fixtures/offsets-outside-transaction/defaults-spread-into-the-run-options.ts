import { Kafka, type ConsumerRunConfig, type EachMessageHandler } from 'kafkajs';

const MANUAL = false;
const DEFAULTS = { autoCommit: MANUAL, partitionsConsumedConcurrently: 1 } satisfies ConsumerRunConfig;

function runConfig(eachMessage: EachMessageHandler): ConsumerRunConfig {
  return { ...DEFAULTS, eachMessage };
}

const kafka = new Kafka({ clientId: 'oats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'oats-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'oats' });
  await consumer.subscribe({ topics: ['oats'] });
  await consumer.run(
    runConfig(async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'oats.milled', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'oats',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    }),
  );
}
