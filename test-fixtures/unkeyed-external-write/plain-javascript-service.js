const { Kafka } = require('kafkajs');
const Stripe = require('stripe');

const stripe = new Stripe(process.env.STRIPE_KEY);

async function handle(message) {
  const order = JSON.parse(message.value.toString());
  await stripe.charges.create({ amount: order.cents, currency: 'usd', source: order.card });
//      ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
}

async function start() {
  const consumer = new Kafka({ clientId: 'shop', brokers: ['localhost:9092'] }).consumer({ groupId: 'shop' });
  await consumer.subscribe({ topic: 'orders' });
  await consumer.run({ eachMessage: async ({ message }) => handle(message) });
}

module.exports = { start };
