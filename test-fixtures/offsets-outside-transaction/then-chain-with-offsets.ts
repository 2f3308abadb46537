import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'owls', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'owls-0' });

function onOwl({ topic, partition, message }: EachMessagePayload): Promise<void> {
  return producer.transaction().then((txn) =>
    txn
      .send({ topic: 'owls.heard', messages: [{ key: message.key, value: message.value }] })
      .then(() =>
        txn.sendOffsets({
          consumerGroupId: 'owls',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        }),
      )
      .then(() => txn.commit())
      .catch(async (error) => {
        if (txn.isActive()) await txn.abort();
        throw error;
      }),
  );
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'owls' });
  await consumer.subscribe({ topics: ['owls'] });
  await consumer.run({ autoCommit: false, eachMessage: onOwl });
}
