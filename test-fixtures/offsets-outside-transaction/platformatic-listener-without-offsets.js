import { Consumer, Producer } from '@platformatic/kafka';

const bootstrapBrokers = ['localhost:9092'];
const producer = new Producer({ clientId: 'votes', bootstrapBrokers, idempotent: true, transactionalId: 'votes-0' });
const consumer = new Consumer({ clientId: 'votes', groupId: 'votes', bootstrapBrokers, autocommit: false });

const stream = await consumer.consume({ topics: ['votes.cast'], mode: 'committed' });

stream.on('data', async (message) => {
  const transaction = await producer.beginTransaction();
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^ overlapping-transactions listener
  try {
    await transaction.send({ messages: [{ topic: 'votes.counted', key: message.key, value: message.value }] });
    await transaction.commit();
//        ^^^^^^^^^^^^^^^^^^ offsets-outside-transaction offsetsMissing
  } catch (error) {
    await transaction.abort();
    throw error;
  }
});
