import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'looms', brokers: ['localhost:9092'] });
const producer = kafka.producer();

async function publish(topic: string, body: unknown): Promise<void> {
  await producer.send({ topic, messages: [{ value: JSON.stringify(body) }] });
}

await kafka.consumer({ groupId: 'looms' }).run({
  eachMessage: async ({ message }) => {
    const loom = String(message.value);
    let woven = false;
    let attempts = 0;
    while (!woven && attempts < 3) {
      try {
        await pool.query('UPDATE looms SET running = true WHERE id = $1', [loom]);
        woven = true;
      } catch (error) {
        attempts++;
        console.warn('attempt', attempts, error);
      }
    }
    if (!woven) {
      await publish('looms.dead', { loom });
    }
  },
});

await kafka.consumer({ groupId: 'looms-leaving-early' }).run({
  eachMessage: async ({ message }) => {
    const loom = String(message.value);
    let woven = false;
    try {
      await pool.query('UPDATE looms SET idle = true WHERE id = $1', [loom]);
      woven = true;
    } catch (error) {
      console.warn(error);
    }
    if (woven) return;
    await publish('looms.dead', { loom });
  },
});

await kafka.consumer({ groupId: 'looms-told-to-the-log' }).run({
  eachMessage: async ({ message }) => {
    const loom = String(message.value);
    let woven = false;
    try {
      await pool.query('UPDATE looms SET oiled = true WHERE id = $1', [loom]);
      woven = true;
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.warn(error);
    }
    if (!woven) console.error('not oiled', loom);
    await publish('looms.seen', { loom });
  },
});

await kafka.consumer({ groupId: 'looms-asked-around-the-attempt' }).run({
  eachMessage: async ({ message }) => {
    const loom = String(message.value);
    let woven = false;
    if (!woven) {
      try {
        await pool.query('UPDATE looms SET threaded = true WHERE id = $1', [loom]);
        woven = true;
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.warn(error);
      }
      await publish('looms.threaded', { loom });
    }
  },
});
