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

class Crypt {
  readonly #producer = kafka.producer();
  #isOpen = false;
  #isWanted = false;

  async open(): Promise<void> {
    try {
      await this.#producer.connect();
      this.#isOpen = true;
    } catch (error) {
      console.warn(error);
    }
  }

  want(): void {
    this.#isWanted = true;
  }

  async close(): Promise<void> {
    if (this.#isOpen) await this.#producer.disconnect();
    this.#isOpen = false;
  }

  async bury(key: Buffer | null, value: Buffer | null): Promise<void> {
    if (!this.#isOpen) {
      console.warn('not connected');
      return;
    }
    await this.#producer.send({ topic: 'wells.dead', messages: [{ key, value }] });
  }

  async buryIfWanted(key: Buffer | null, value: Buffer | null): Promise<void> {
    if (!this.#isWanted) return;
    await this.#producer.send({ topic: 'wells.dead', messages: [{ key, value }] });
  }
}

const crypt = new Crypt();

await crypt.open();

await kafka.consumer({ groupId: 'wells-of-a-client-that-is-connected' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE wells SET level = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
      await crypt.bury(message.key, message.value);
    }
  },
});

await kafka.consumer({ groupId: 'wells-if-somebody-wants-it' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE wells SET level = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
//    ^^^^^ swallowed-failure caught
      await crypt.buryIfWanted(message.key, message.value);
    }
  },
});

process.once('SIGUSR1', () => crypt.want());
process.once('SIGTERM', () => void crypt.close());
process.once('SIGTERM', () => void disconnect());
