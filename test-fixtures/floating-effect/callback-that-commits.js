const { Kafka } = require('kafkajs');
const mysql = require('mysql2');

const connection = mysql.createConnection({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

exports.start = () =>
  consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      connection.query('UPDATE locks SET open = 1 WHERE id = ?', [String(message.key)], (error) => {
        if (error) return;
        const offset = (BigInt(message.offset) + 1n).toString();
        consumer.commitOffsets([{ topic, partition, offset }]).catch(console.error);
      });
    },
  });
