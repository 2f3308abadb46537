import { Kafka } from 'kafkajs';
import mysql from 'mysql2';

const connection = mysql.createConnection({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    connection.query('UPDATE locks SET open = 1 WHERE id = ?', [String(message.key)], () => resolve());
    await promise;
  },
});
