import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'kites', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'kites' });

function raise(kite: string): Promise<void> {
  return new Promise((resolve) => {
    pool.query('UPDATE kites SET up = true WHERE id = $1', [kite]).then(() => console.info('up'));
//  ^^^^^^^^^^ floating-effect dropped
    resolve();
  });
}

await consumer.run({
  eachMessage: async ({ message }) => {
    await raise(String(message.key));
  },
});
