import { Kafka, type Consumer } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'ovens', brokers: ['localhost:9092'] });
const pool = new Pool();

interface Oven {
  heat(id: string): void;
}

class Bakery implements Oven {
  async heat(id: string): Promise<void> {
    await pool.query('UPDATE ovens SET hot = true WHERE id = $1', [id]);
  }
}

class Display implements Oven {
  heat(id: string): void {
    console.log(id);
  }
}

async function consume(consumer: Consumer, callback: (value: string) => void): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      callback(String(message.value));
//    ^^^^^^^^ floating-effect dropped
    },
  });
}

async function consumeOne(consumer: Consumer, callback: (value: string) => Promise<void>): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      await callback(String(message.value));
    },
  });
}

async function heatAll(consumer: Consumer, ovens: Oven): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      ovens.heat(String(message.key));
//    ^^^^^^^^^^ floating-effect dropped
    },
  });
}

async function show(consumer: Consumer, ovens: Display): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      ovens.heat(String(message.key));
    },
  });
}

const baked = async (value: string): Promise<void> => {
  await pool.query('UPDATE loaves SET baked = true WHERE id = $1', [value]);
};

await consume(kafka.consumer({ groupId: 'ovens' }), baked);
await consumeOne(kafka.consumer({ groupId: 'ovens-one-by-one' }), baked);
await heatAll(kafka.consumer({ groupId: 'ovens-heated' }), new Bakery());
await show(kafka.consumer({ groupId: 'ovens-shown' }), new Display());
