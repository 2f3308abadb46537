const { KafkaJS } = require('@confluentinc/kafka-javascript');

const producer = new KafkaJS.Kafka().producer({ kafkaJS: { transactionalId: 'routes-0' } });

exports.move = async (topics) => {
  const transaction = await producer.transaction();
  try {
    await transaction.send({ topic: 'routes', messages: [{ value: 'x' }] });
    await transaction.sendOffsets({ consumerGroupId: 'routes', topics });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ misused-client-api groupId
    await transaction.commit();
  } catch (error) {
    if (transaction.isActive()) await transaction.abort();
    throw error;
  }
};