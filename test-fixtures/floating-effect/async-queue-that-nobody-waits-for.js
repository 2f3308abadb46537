const async = require('async');
const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const boats = async.queue(async (id) => {
  await pool.query('UPDATE boats SET seen = true WHERE id = $1', [id]);
}, 4);

exports.start = () =>
  consumer.run({
    eachMessage: async ({ message }) => {
      boats.push(String(message.key));
//    ^^^^^^^^^^ floating-effect dropped
    },
  });
