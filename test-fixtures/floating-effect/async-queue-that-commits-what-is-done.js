const async = require('async');
const Kafka = require('node-rdkafka');
const { Pool } = require('pg');

const pool = new Pool();
const consumer = new Kafka.KafkaConsumer({ 'group.id': 'boats', 'enable.auto.commit': false }, {});

const boats = async.queue(async (message) => {
  await pool.query('UPDATE boats SET seen = true WHERE id = $1', [String(message.key)]);
  consumer.commitMessage(message);
}, 1);

consumer.on('data', (message) => {
  boats.push(message, (error) => error && consumer.disconnect());
});
