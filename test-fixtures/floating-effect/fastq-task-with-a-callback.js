const fastq = require('fastq');
const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const boats = fastq((id, done) => {
  pool.query('UPDATE boats SET seen = true WHERE id = $1', [id]).then(() => done(null), done);
}, 4);

exports.start = () =>
  consumer.run({
    eachMessage: async ({ message }) => {
      boats.push(String(message.key), (error) => error && console.error(error));
//    ^^^^^^^^^^ floating-effect queued
    },
  });
