const { Consumer } = require('@platformatic/kafka');

const consumer = new Consumer({ clientId: 'sampler', groupId: 'sampler', bootstrapBrokers: ['localhost:9092'] });

async function run() {
  const stream = await consumer.consume({ topics: ['traces'], isolationLevel: 0, mode: 'committed' });
//                                                            ^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  stream.on('data', (message) => console.log(message.offset));
}

module.exports = { run };
