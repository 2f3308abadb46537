/** A consumer that reads what transactions abort: one finding, with a safe fix. */
export const uncommittedReader = `import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'ledger', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'ledger', readUncommitted: true });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['payments'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      console.log(message.offset);
    },
  });
}
`;

/** A guard in memory before a write: an error without a safe fix. */
export const forgetfulHandler = `import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'wallets', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'wallets' });
const pool = new Pool();
const handled = new Set<string>();

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['wallets.events'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const event = JSON.parse(String(message.value));
      if (handled.has(event.eventId)) return;
      await pool.query('UPDATE wallets SET coins = coins + $2 WHERE owner = $1', [event.owner, event.coins]);
      handled.add(event.eventId);
    },
  });
}
`;

/** A handler that loses and doubles nothing. */
export const soundHandler = `import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'log', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'log' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['payments'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      console.log(message.offset);
    },
  });
}
`;
