import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();

class DeadLetters {
  async route(key: Buffer | null, value: Buffer | null, attempt: number): Promise<void> {
    const topic = attempt > 3 ? 'tags.dead' : 'tags.retry';
    await producer.send({ topic, messages: [{ key, value, headers: { attempt: String(attempt) } }] });
  }
}

const letters = new DeadLetters();

await kafka.consumer({ groupId: 'tags' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE tags SET label = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch (error) {
      try {
        await letters.route(message.key, message.value, Number(message.headers?.attempt ?? 0) + 1);
        // The message is kept by now: what is lost is a status.
        await pool.query('UPDATE jobs SET status = $1 WHERE id = $2', ['failed', String(message.key)]);
      } catch (failure) {
//      ^^^^^^^^^^^^^^^ swallowed-failure caught
        console.error(failure);
      }
    }
  },
});

await kafka.consumer({ groupId: 'tags.counted' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE tags SET label = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
      await letters.route(message.key, message.value, 1);
      try {
        await pool.query('UPDATE jobs SET attempts = 1 WHERE id = $1', [String(message.key)]);
      } catch (failure) {
        console.error(failure);
      }
    }
  },
});
