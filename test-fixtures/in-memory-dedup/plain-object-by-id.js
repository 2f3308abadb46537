const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const pool = new Pool();
const done = {};

async function apply(event) {
  if (done[event.id]) {
//    ^^^^^^^^^^^^^^ in-memory-dedup guard
    console.log('already applied', event.id);
    return;
  }
  await pool.query('UPDATE wallets SET coins = coins + $2 WHERE owner = $1', [event.owner, event.coins]);
  done[event.id] = true;
}

exports.start = async function start() {
  const consumer = new Kafka({ clientId: 'wallets', brokers: ['localhost:9092'] }).consumer({ groupId: 'wallets' });
  await consumer.connect();
  await consumer.subscribe({ topic: 'wallets.events' });
  await consumer.run({ eachMessage: async ({ message }) => apply(JSON.parse(message.value.toString())) });
};
