import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'kites', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'kites' });

function raise(kite: string): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.query('UPDATE kites SET up = true WHERE id = $1', [kite]).then(() => resolve()).catch(reject);
  });
}

function lower(kite: string): Promise<void> {
  return new Promise((resolve) => {
    pool
      .query('UPDATE kites SET up = false WHERE id = $1', [kite])
      .then(() => resolve())
      .catch(() => resolve());
//     ^^^^^ swallowed-failure caught
  });
}

await consumer.run({
  eachMessage: async ({ topic, message }) => {
    if (topic === 'kites.up') await raise(String(message.key));
    else await lower(String(message.key));
  },
});
