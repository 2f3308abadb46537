const { Producer } = require('@platformatic/kafka');

const producer = new Producer({ clientId: 'a', bootstrapBrokers: [], idempotent: true, transactionalId: 'a-0' });

exports.publish = async (value) => {
  const transaction = await producer.beginTransaction();
  try {
    await Promise.all([
      transaction.send({ messages: [{ topic: 'left', value }] }),
//    ^^^^^^^^^^^^^^^^ misused-client-api concurrent
      transaction.send({ messages: [{ topic: 'right', value }] }),
    ]);
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
};