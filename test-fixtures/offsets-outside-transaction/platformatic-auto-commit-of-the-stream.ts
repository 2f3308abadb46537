import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';

const common = { clientId: 'fares', bootstrapBrokers: ['localhost:9092'] };
const producer = new Producer({
  ...common,
  idempotent: true,
  transactionalId: `fares-${process.env.POD_NAME}`,
  serializers: stringSerializers,
});
const consumer = new Consumer({ ...common, groupId: 'fares', deserializers: stringDeserializers });

export async function run(): Promise<void> {
  const stream = await consumer.consume({ topics: ['rides.ended'], mode: 'committed' });
//                     ^^^^^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn
  for await (const message of stream) {
    const transaction = await producer.beginTransaction();
    try {
      await transaction.addConsumer(consumer);
      await transaction.send({ messages: [{ topic: 'fares.due', key: message.key, value: message.value }] });
      await transaction.addOffset(message);
      await transaction.commit();
    } catch (error) {
      if (!transaction.completed) await transaction.abort();
      throw error;
    }
  }
}
