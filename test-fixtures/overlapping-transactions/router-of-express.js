const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
const { Router } = require('express');
const router = Router();
async function issue(value) {
  const txn = await producer.transaction();
//                  ^^^^^^^^^^^^^^^^^^^^ overlapping-transactions requests
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
router.put('/orders/:id', (req, res) => issue(req.params.id));
exports.publish = async (rows) => {
  return issue(rows[0]);
};
