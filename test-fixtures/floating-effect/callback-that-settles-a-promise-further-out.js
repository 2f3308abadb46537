const fs = require('fs');
const { Kafka } = require('kafkajs');
const mysql = require('mysql2');

const connection = mysql.createConnection({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

function open(id, callback) {
  connection.query('UPDATE locks SET open = 1 WHERE id = ?', [id], (error) => {
    if (error) return callback(error);
    fs.writeFile(`locks/${id}`, 'open', callback);
  });
}

function opened(id) {
  return new Promise((resolve, reject) => {
    const finish = (error) => (error ? reject(error) : resolve());
    open(id, finish);
  });
}

exports.start = () =>
  consumer.run({
    eachMessage: async ({ message }) => {
      await opened(String(message.key));
    },
  });
