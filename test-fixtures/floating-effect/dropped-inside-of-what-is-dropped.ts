import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const db = new Pool();
const consumer = new Kafka({ clientId: 'bells', brokers: ['localhost:9092'] }).consumer({ groupId: 'bells' });

async function log(bell: string): Promise<void> {
  db.query('INSERT INTO rings (bell) VALUES ($1)', [bell]).catch(console.error);
//^^^^^^^^ floating-effect dropped
}

async function logged(bell: string): Promise<void> {
  await db.query('INSERT INTO chimes (bell) VALUES ($1)', [bell]).catch(console.error);
}

async function both(bell: string): Promise<void> {
  void db.query('INSERT INTO strikes (bell) VALUES ($1)', [bell]);
//     ^^^^^^^^ floating-effect dropped
  await db.query('UPDATE bells SET rung = true WHERE bell = $1', [bell]);
}

async function all(bells: readonly string[]): Promise<void> {
  bells.forEach(async (bell) => {
//^^^^^^^^^^^^^ floating-effect callbacks
    await db.query('INSERT INTO peals (bell) VALUES ($1)', [bell]);
  });
}

function delayed(bell: string): void {
  setTimeout(() => {
//^^^^^^^^^^ floating-effect timer
    void db.query('INSERT INTO echoes (bell) VALUES ($1)', [bell]);
  }, 100);
}

await consumer.run({
  eachMessage: async ({ message }) => {
    const bell = String(message.value);
    log(bell);
    void all([bell]);
    delayed(bell);
    both(bell);
//  ^^^^ floating-effect dropped
    logged(bell);
//  ^^^^^^ floating-effect dropped
  },
});
