const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'profiles', brokers: ['localhost:9092'] });
const producer = kafka.producer();

// One method of this name makes no logger.
const results = {
  done: (id) => producer.send({ topic: 'profiles.done', messages: [{ value: id }] }),
  error: (id) => producer.send({ topic: 'profiles.failed', messages: [{ value: id }] }),
};

const logger = {
  info: (text) => producer.send({ topic: 'logs', messages: [{ value: text }] }),
  warn: (text) => producer.send({ topic: 'logs', messages: [{ value: text }] }),
  error: (text) => producer.send({ topic: 'logs', messages: [{ value: text }] }),
};

exports.start = () =>
  kafka.consumer({ groupId: 'profiles' }).run({
    eachMessage: async ({ message }) => {
      const id = message.key.toString();
      if (message.value === null) {
        results.error(id);
//      ^^^^^^^^^^^^^ floating-effect dropped
        logger.error(`no profile: ${id}`);
      } else {
        await results.done(id);
      }
    },
  });
