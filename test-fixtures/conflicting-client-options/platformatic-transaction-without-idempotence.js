const { Producer } = require('@platformatic/kafka');

const producer = new Producer({ clientId: 'tariffs', bootstrapBrokers: ['localhost:9092'] });
//                   ^^^^^^^^ unstable-transactional-id invented
//                   ^^^^^^^^ conflicting-client-options throws

exports.load = async (messages) => {
  const transaction = await producer.beginTransaction();
  try {
    await transaction.send({ messages });
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
};