import { Kafka } from 'kafkajs';
import knex from 'knex';

const db = knex({ client: 'mysql2' });
const kafka = new Kafka({ clientId: 'moorings', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'moorings' });
const producer = kafka.producer();

await consumer.run({
  eachMessage: async ({ message }) => {
    const { boat } = JSON.parse(String(message.value));
    // What is updated is not asked for.
    const updated = await db('moorings').where({ boat }).update({ state: 'left' });
    console.info(updated);
    await producer.send({ topic: 'moorings.left', messages: [{ value: boat }] });
  },
});
