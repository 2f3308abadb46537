import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';

const at = { clientId: 'w', bootstrapBrokers: ['localhost:9092'] };
const consumer = new Consumer({ ...at, groupId: 'g', deserializers: stringDeserializers });
const producer = new Producer({ ...at, idempotent: true, transactionalId: process.env.TXN_ID ?? 'w-0', serializers: stringSerializers });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['in'], mode: 'committed', autocommit: false });
  stream.on('data', async (message) => {
    const transaction = await producer.beginTransaction();
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^ overlapping-transactions listener
    try {
      await transaction.addConsumer(consumer);
      await transaction.send({ messages: [{ topic: 'out', key: message.key, value: message.value }] });
      await transaction.addOffset(message);
      await transaction.commit();
    } catch (error) {
      if (!transaction.completed) await transaction.abort();
      throw error;
    }
  });
}
