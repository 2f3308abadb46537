import { Kafka } from 'kafkajs';
import mongoose from 'mongoose';

const Product = mongoose.model('Product', new mongoose.Schema({ stock: Number }));
const kafka = new Kafka({ clientId: 'shelves', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'shelves' });
const producer = kafka.producer();

await consumer.run({
  eachMessage: async ({ topic, message }) => {
    const order = JSON.parse(String(message.value));
    if (topic === 'orders.created') {
      const product = await Product.findOne({ sku: order.sku });
      if (product.stock < order.quantity) return;
      // What is left does not tell whether the order was taken off before.
      product.stock -= order.quantity;
      await product.save();
    }
    await producer.send({ topic: 'orders.reserved', messages: [{ value: message.value }] });
  },
});
