const { Kafka } = require('kafkajs');
const AWS = require('aws-sdk');

const ses = new AWS.SES({ region: 'eu-central-1' });

async function notify(order) {
  const mail = {
    Source: 'orders@example.com',
    Destination: { ToAddresses: [order.email] },
    Message: { Subject: { Data: 'Your order' }, Body: { Text: { Data: order.id } } },
  };
  await ses.sendEmail(mail).promise();
//      ^^^^^^^^^^^^^ unkeyed-external-write person
}

async function start() {
  const consumer = new Kafka({ clientId: 'mails', brokers: ['localhost:9092'] }).consumer({ groupId: 'mails' });
  await consumer.subscribe({ topics: ['orders.paid'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await notify(JSON.parse(message.value.toString()));
    },
  });
}

start();
