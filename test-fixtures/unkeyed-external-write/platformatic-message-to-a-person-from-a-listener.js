const { Consumer } = require('@platformatic/kafka');
const twilio = require('twilio');

const sms = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);
const consumer = new Consumer({ clientId: 'alarms', groupId: 'alarms', bootstrapBrokers: ['localhost:9092'] });

async function run() {
  const stream = await consumer.consume({ topics: ['alarms.raised'], mode: 'committed', autocommit: false });
  stream.on('data', async (message) => {
    await sms.messages.create({ to: message.key.toString(), from: '+1555', body: message.value.toString() });
//        ^^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
    await message.commit();
  });
}

module.exports = { run };
