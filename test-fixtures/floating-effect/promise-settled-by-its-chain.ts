import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'kites', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'kites' });

function raise(kite: string): Promise<void> {
  return new Promise((resolve, reject) => {
    pool
      .query('UPDATE kites SET up = true WHERE id = $1', [kite])
      .then(() => resolve())
      .catch(reject);
  });
}

/** The timer tells when it is done. */
function raiseLater(kite: string): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      pool.query('UPDATE kites SET high = true WHERE id = $1', [kite]).then(() => resolve(), reject);
    }, 100);
  });
}

await consumer.run({
  eachMessage: async ({ message }) => {
    await raise(String(message.key));
    await raiseLater(String(message.key));
  },
});
