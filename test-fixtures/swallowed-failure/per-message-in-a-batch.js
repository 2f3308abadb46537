const { Kafka } = require('kafkajs');
const { MongoClient } = require('mongodb');

const profiles = new MongoClient(process.env.MONGO_URL).db('crm').collection('profiles');
const consumer = new Kafka({ clientId: 'crm', brokers: ['localhost:9092'] }).consumer({ groupId: 'crm' });

consumer.run({
  eachBatch: async ({ batch, resolveOffset }) => {
    for (const message of batch.messages) {
      try {
        await profiles.replaceOne({ _id: message.key.toString() }, JSON.parse(message.value), { upsert: true });
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.error(error);
      }
      resolveOffset(message.offset);
    }
  },
});
