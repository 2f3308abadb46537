const { Kafka } = require('kafkajs');

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'a' });
//                                                                     ^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle

exports.finish = async () => {
  await producer.commit();
//      ^^^^^^^^^^^^^^^ misused-client-api noSuchMethod
};