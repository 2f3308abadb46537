import { Consumer, Producer } from '@platformatic/kafka';

const bootstrapBrokers = ['localhost:9092'];
const producer = new Producer({ clientId: 'polls', bootstrapBrokers, idempotent: true, transactionalId: 'polls-0' });
const consumer = new Consumer({ clientId: 'polls', groupId: 'polls', bootstrapBrokers });

const stream = await consumer.consume({ topics: ['polls.answered'], mode: 'committed', autocommit: false });

stream.on('data', async (message) => {
  const transaction = await producer.beginTransaction();
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^ overlapping-transactions listener
  try {
    await transaction.addConsumer(consumer);
    await transaction.send({ messages: [{ topic: 'polls.counted', key: message.key, value: message.value }] });
    await transaction.addOffset(message);
    await transaction.commit();
  } catch (error) {
    await transaction.abort();
    throw error;
  }
});
