// preset: strict
const { Kafka } = require('kafkajs');
const mongoose = require('mongoose');

const orderSchema = new mongoose.Schema({ orderId: { type: String, unique: true }, total: Number });
const lineSchema = new mongoose.Schema({ order: String, line: Number });
lineSchema.index({ order: 1, line: 1 }, { unique: true });
lineSchema.index({ order: 1 });
const Order = mongoose.model('Order', orderSchema);
const Line = mongoose.model('Line', lineSchema);
const Visit = mongoose.model('Visit', new mongoose.Schema({ page: { type: String, index: true } }));

async function start() {
  const consumer = new Kafka({ clientId: 'shop', brokers: ['localhost:9092'] }).consumer({ groupId: 'shop' });
  await consumer.subscribe({ topics: ['orders'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { id, total, page, line } = JSON.parse(String(message.value));
      await Visit.create({ page });
//          ^^^^^^^^^^^^ unkeyed-external-write repeated
      await Line.create({ order: id });
//          ^^^^^^^^^^^ unkeyed-external-write repeated
      await new Line({ line }).save();
//          ^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await new Line({ order: id, line }).save();
      await Order.create({ orderId: id, total });
    },
  });
}

void start();
