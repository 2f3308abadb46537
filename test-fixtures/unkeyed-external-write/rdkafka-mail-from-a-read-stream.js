const { createReadStream } = require('node-rdkafka');
const sendgrid = require('@sendgrid/mail');

const stream = createReadStream(
  { 'group.id': 'receipts', 'metadata.broker.list': 'localhost:9092', 'enable.auto.commit': false },
  {},
  { topics: 'orders.shipped' },
);

stream.on('data', async (message) => {
  const order = JSON.parse(message.value.toString());
  await sendgrid.send({ to: order.email, from: 'shop@example.org', subject: 'On its way', text: order.id });
//      ^^^^^^^^^^^^^ unkeyed-external-write person
  stream.consumer.commitMessage(message);
});
