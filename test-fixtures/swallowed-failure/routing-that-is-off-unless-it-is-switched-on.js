const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const pool = new Pool();
const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();

const isRouted = (process.env.DEAD_LETTERS ?? 'false') === 'true';

exports.start = async () => {
  await kafka.consumer({ groupId: 'tags' }).run({
    eachMessage: async ({ message }) => {
      try {
        await pool.query('UPDATE tags SET label = $1 WHERE id = $2', [message.value, message.key]);
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        if (isRouted) await producer.send({ topic: 'tags.dead', messages: [message] });
      }
    },
  });
  // Nobody says what it is where it is not set.
  await kafka.consumer({ groupId: 'tags.kept' }).run({
    eachMessage: async ({ message }) => {
      try {
        await pool.query('UPDATE tags SET kept = true WHERE id = $1', [message.key]);
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        if (process.env.DEAD_LETTERS === 'true') await producer.send({ topic: 'tags.dead', messages: [message] });
      }
    },
  });
};
