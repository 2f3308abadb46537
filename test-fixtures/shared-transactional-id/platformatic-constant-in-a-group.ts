// preset: strict
import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';

const at = { clientId: 'w', bootstrapBrokers: ['localhost:9092'] };
const consumer = new Consumer({ ...at, groupId: 'g', deserializers: stringDeserializers });
const producer = new Producer({ ...at, idempotent: true, transactionalId: 'w-0', serializers: stringSerializers });
//                                                                        ^^^^^ shared-transactional-id group

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['in'], mode: 'committed', autocommit: false });
  for await (const message of stream) {
    const txn = await producer.beginTransaction();
    try {
      await txn.addConsumer(consumer);
      await txn.send({ messages: [{ topic: 'out', key: message.key, value: message.value }] });
      await txn.addOffset(message);
      await txn.commit();
    } catch (error) {
      if (!txn.completed) await txn.abort();
      throw error;
    }
  }
}
