const { Kafka } = require('kafkajs');
const mysql = require('mysql2');

const connection = mysql.createConnection({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

function logged(error, rows) {
  if (error) console.error(error);
  else console.info(rows.affectedRows);
}

exports.start = () =>
  consumer.run({
    eachMessage: async ({ message }) => {
      connection.query('UPDATE locks SET open = 1 WHERE id = ?', [String(message.key)], logged);
//    ^^^^^^^^^^^^^^^^ floating-effect told
    },
  });
