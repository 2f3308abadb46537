import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'kilns', brokers: ['localhost:9092'] });
const producer = kafka.producer();

async function attempted(work: () => Promise<unknown>, most: number, bury: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; attempt <= most; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      console.warn('attempt', attempt, error);
    }
  }
  await bury();
}

await kafka.consumer({ groupId: 'kilns-after-some-attempts' }).run({
  eachMessage: async ({ message: { key, value } }) => {
    await attempted(
      () => pool.query('UPDATE kilns SET fired = true WHERE id = $1', [String(value)]),
      Number(process.env.ATTEMPTS),
      () => producer.send({ topic: 'kilns.dead', messages: [{ key, value }] }),
    );
  },
});

await kafka.consumer({ groupId: 'kilns' }).run({
  eachMessage: async ({ message: { key, value } }) => {
    try {
      await pool.query('UPDATE kilns SET lit = true WHERE id = $1', [String(value)]);
      return;
    } catch (error) {
      console.warn(error);
    }
    await producer.send({ topic: 'kilns.dead', messages: [{ key, value }] });
  },
});

await kafka.consumer({ groupId: 'kilns-of-a-batch' }).run({
  eachBatch: async ({ batch }) => {
    for (const { key, value } of batch.messages) {
      try {
        await pool.query('UPDATE kilns SET glazed = true WHERE id = $1', [String(value)]);
        continue;
      } catch (error) {
        console.warn(error);
      }
      await producer.send({ topic: 'kilns.dead', messages: [{ key, value }] });
    }
  },
});

await kafka.consumer({ groupId: 'kilns-told-of-either-way' }).run({
  eachMessage: async ({ message: { key, value } }) => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      try {
        await pool.query('UPDATE kilns SET cooled = true WHERE id = $1', [String(value)]);
        break;
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.warn('attempt', attempt, error);
      }
    }
    await producer.send({ topic: 'kilns.seen', messages: [{ key, value }] });
  },
});

await kafka.consumer({ groupId: 'kilns-whose-next-turn-tells' }).run({
  eachMessage: async ({ message: { key, value } }) => {
    let done = false;
    while (!done) {
      try {
        await pool.query('UPDATE kilns SET swept = true WHERE id = $1', [String(value)]);
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.warn(error);
      }
      done = true;
    }
    await producer.send({ topic: 'kilns.swept', messages: [{ key, value }] });
  },
});

await kafka.consumer({ groupId: 'kilns-for-which-nobody-waits' }).run({
  eachMessage: async ({ message: { key, value } }) => {
    try {
      await pool.query('UPDATE kilns SET emptied = true WHERE id = $1', [String(value)]);
      return;
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.warn(error);
    }
    void producer.send({ topic: 'kilns.dead', messages: [{ key, value }] });
//       ^^^^^^^^^^^^^ floating-effect dropped
  },
});

await kafka.consumer({ groupId: 'kilns-whose-dead-letters-are-lost' }).run({
  eachMessage: async ({ message: { key, value } }) => {
    try {
      await pool.query('UPDATE kilns SET stacked = true WHERE id = $1', [String(value)]);
      return;
    } catch (error) {
      console.warn(error);
    }
    try {
      await producer.send({ topic: 'kilns.dead', messages: [{ key, value }] });
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error(error);
    }
  },
});
