import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const granted = new Set<string>();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'bonus', brokers: ['localhost:9092'] }).consumer({ groupId: 'bonus' });
  await consumer.subscribe({ topics: ['members.events'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const event = JSON.parse(String(message.value));
      switch (event.type) {
        case 'joined':
          if (granted.has(event.id)) break;
//            ^^^^^^^^^^^ in-memory-dedup guard
          granted.add(event.id);
          await pool.query('UPDATE members SET bonus = bonus + 100 WHERE id = $1', [event.member]);
          break;
        case 'left':
          await pool.query('DELETE FROM members WHERE id = $1', [event.member]);
          break;
      }
    },
  });
}
