const { promisify } = require('util');
const { Kafka } = require('kafkajs');
const mysql = require('mysql2');

const connection = mysql.createConnection({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

const open = promisify(function (id, done) {
  connection.query('UPDATE locks SET open = 1 WHERE id = ?', [id], (error) => done(error));
});

exports.start = () =>
  consumer.run({
    eachMessage: async ({ message }) => {
      await open(String(message.key));
    },
  });
