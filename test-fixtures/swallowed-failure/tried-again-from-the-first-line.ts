import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'parcels', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const pool = new Pool();

async function deliver(parcel: string): Promise<void> {
  const { rows } = await pool.query('SELECT hook FROM hooks WHERE parcel = $1', [parcel]);
  for (const { hook } of rows) await pool.query('UPDATE hooks SET told = true WHERE hook = $1', [hook]);
}

async function delivered(parcel: string): Promise<void> {
  try {
    await deliver(parcel);
  } catch (error) {
    await pool.query('UPDATE parcels SET failed = true WHERE id = $1', [parcel]);
    throw error;
  }
}

await kafka.consumer({ groupId: 'parcels' }).run({
  eachMessage: async ({ message }) => {
    let last: unknown;
    const attempts = Number(process.env.ATTEMPTS);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        await delivered(String(message.key));
        return;
      } catch (error) {
        last = error;
      }
    }
    await producer.send({ topic: 'parcels.dead', messages: [{ key: message.key, value: String(last) }] });
  },
});

await kafka.consumer({ groupId: 'parcels-given-up' }).run({
  eachMessage: async ({ message }) => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        await deliver(String(message.key));
        return;
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.warn('attempt', attempt, error);
      }
    }
  },
});

await kafka.consumer({ groupId: 'parcels-one-by-one' }).run({
  eachMessage: async ({ message }) => {
    for (const parcel of String(message.value).split(',')) {
      try {
        await pool.query('UPDATE parcels SET seen = true WHERE id = $1', [parcel]);
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.warn(parcel, error);
      }
    }
  },
});

async function seen(parcel: string): Promise<void> {
  try {
    await pool.query('UPDATE parcels SET seen = true WHERE id = $1', [parcel]);
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.warn(parcel, error);
  }
}

await kafka.consumer({ groupId: 'parcels-twice' }).run({
  eachMessage: async ({ message }) => {
    await seen(String(message.key));
    await seen(String(message.value));
  },
});
