import { Kafka, type Producer } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'wells', brokers: ['localhost:9092'] });
const pool = new Pool();

let dead: Producer | null = null;
let optional: Producer | undefined;
let lazy: Producer | undefined;

async function connect(): Promise<void> {
  dead = kafka.producer();
  await dead.connect();
  if (process.env.DEAD_LETTERS === 'on') optional = kafka.producer();
}

async function disconnect(): Promise<void> {
  await dead?.disconnect();
  dead = null;
}

async function bury(key: Buffer | null, value: Buffer | null): Promise<void> {
  if (dead === null) {
    console.warn('no producer');
    return;
  }
  await dead.send({ topic: 'wells.dead', messages: [{ key, value }] });
}

class Grave {
  #producer: Producer | undefined;

  async open(): Promise<void> {
    this.#producer = kafka.producer();
    await this.#producer.connect();
  }

  async bury(key: Buffer | null, value: Buffer | null): Promise<void> {
    if (this.#producer) await this.#producer.send({ topic: 'wells.dead', messages: [{ key, value }] });
  }
}

const grave = new Grave();

await connect();
await grave.open();

await kafka.consumer({ groupId: 'wells' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE wells SET level = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
      await bury(message.key, message.value);
    }
  },
});

await kafka.consumer({ groupId: 'wells-in-a-class' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE wells SET level = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
      await grave.bury(message.key, message.value);
    }
  },
});

await kafka.consumer({ groupId: 'wells-if-wanted' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE wells SET level = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
//    ^^^^^ swallowed-failure caught
      if (optional) await optional.send({ topic: 'wells.dead', messages: [{ key: message.key, value: message.value }] });
    }
  },
});

await kafka.consumer({ groupId: 'wells-made-when-missing' }).run({
  eachMessage: async ({ message }) => {
    try {
      if (!lazy) {
        lazy = kafka.producer();
        await lazy.connect();
      }
      await lazy.send({ topic: 'wells.levels', messages: [{ key: message.key, value: message.value }] });
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error(error);
    }
  },
});

process.once('SIGTERM', () => void disconnect());
