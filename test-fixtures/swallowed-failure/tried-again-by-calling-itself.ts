import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'kilns', brokers: ['localhost:9092'] });

async function retried(work: () => Promise<void>, left = 3): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (left === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await retried(work, left - 1);
  }
}

await kafka.consumer({ groupId: 'kilns' }).run({
  eachMessage: async ({ message }) => {
    await retried(async () => {
      const { rows } = await pool.query('SELECT 1 FROM kilns WHERE id = $1 AND lit', [String(message.key)]);
      if (rows.length === 0) await pool.query('UPDATE kilns SET lit = true WHERE id = $1', [String(message.key)]);
    });
  },
});

async function givenUp(work: () => Promise<void>, left = 3): Promise<void> {
  try {
    await work();
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    if (left === 0) {
      console.error(error);
      return;
    }
    await givenUp(work, left - 1);
  }
}

await kafka.consumer({ groupId: 'kilns-given-up' }).run({
  eachMessage: async ({ message }) => {
    await givenUp(async () => {
      await pool.query('UPDATE kilns SET hot = true WHERE id = $1', [String(message.key)]);
    });
  },
});

async function otherwise(work: () => Promise<void>, instead: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.warn(error);
    await instead();
  }
}

await kafka.consumer({ groupId: 'kilns-otherwise' }).run({
  eachMessage: async ({ message }) => {
    await otherwise(
      async () => {
        await pool.query('UPDATE kilns SET cold = true WHERE id = $1', [String(message.key)]);
      },
      async () => {
        console.log('left as it is');
      },
    );
  },
});
