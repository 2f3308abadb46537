import { Kafka } from 'kafkajs';
import knex from 'knex';

const db = knex({ client: 'mysql2' });
const kafka = new Kafka({ clientId: 'moorings', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'moorings' });
const producer = kafka.producer();

class Moorings {
  async isTaken(boat: string) {
    const rows = await db('moorings').where({ boat });
    return rows.length > 0;
  }

  async take(boat: string) {
    const [id] = await db('moorings').insert({ boat, state: 'taken' });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    return id;
  }
}

const moorings = new Moorings();

await consumer.run({
  eachMessage: async ({ message }) => {
    const { boat } = JSON.parse(String(message.value));
    if (await moorings.isTaken(boat)) return;
    await moorings.take(boat);
    await producer.send({ topic: 'moorings.taken', messages: [{ value: boat }] });
  },
});
