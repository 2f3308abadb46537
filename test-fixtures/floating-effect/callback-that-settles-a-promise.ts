import { Kafka } from 'kafkajs';
import mysql from 'mysql2';

const connection = mysql.createConnection({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

function open(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query('UPDATE locks SET open = 1 WHERE id = ?', [id], (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

await consumer.run({
  eachMessage: async ({ message }) => {
    await open(String(message.key));
  },
});
