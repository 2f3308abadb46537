const { Kafka } = require('@confluentinc/kafka-javascript').KafkaJS;

const kafka = new Kafka({ 'bootstrap.servers': 'localhost:9092' });
const producer = kafka.producer({ 'transactional.id': `seals-${process.env.POD_NAME}` });
const consumer = kafka.consumer({ 'group.id': 'seals', 'enable.auto.commit': false });

async function seal({ message }) {
  const transaction = await producer.transaction();
  try {
    await transaction.send({ topic: 'parcels.sealed', messages: [{ key: message.key, value: message.value }] });
    await transaction.commit();
//        ^^^^^^^^^^^^^^^^^^ offsets-outside-transaction offsetsMissing
  } catch (error) {
    await transaction.abort();
    throw error;
  }
}

async function start() {
  await consumer.subscribe({ topic: 'parcels.packed' });
  await consumer.run({ eachMessage: seal });
}

module.exports = { start };
