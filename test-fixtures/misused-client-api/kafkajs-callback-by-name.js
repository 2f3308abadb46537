const { Kafka } = require('kafkajs');

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'tariffs-0' });

async function work(transaction) {
  await transaction.send({ topic: 'tariffs', messages: [{ key: 'a', value: 'x' }] });
}

exports.load = async () => {
  await producer.transaction(work);
//      ^^^^^^^^^^^^^^^^^^^^ misused-client-api callback
};