import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'ores', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'ores-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'ores' });
  await consumer.subscribe({ topics: ['ores'] });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch, uncommittedOffsets, commitOffsetsIfNecessary, resolveOffset }) => {
      const txn = await producer.transaction();
      try {
        for (const message of batch.messages) {
          await txn.send({ topic: 'ores.weighed', messages: [{ key: message.key, value: message.value }] });
        }
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
      for (const message of batch.messages) resolveOffset(message.offset);
      await commitOffsetsIfNecessary(uncommittedOffsets());
//          ^^^^^^^^^^^^^^^^^^^^^^^^ offsets-outside-transaction committedBeside
    },
  });
}
