import { Consumer, stringDeserializers } from '@platformatic/kafka';

const consumer = new Consumer({ clientId: 'w', groupId: 'g', bootstrapBrokers: ['localhost:9092'], deserializers: stringDeserializers });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['in'], mode: 'committed', autocommit: false });
  for await (const message of stream) {
    const { topic, partition, offset } = message;
    await consumer.commit({ offsets: [{ topic, partition, offset: offset + 1n, leaderEpoch: 0 }] });
  }
}
