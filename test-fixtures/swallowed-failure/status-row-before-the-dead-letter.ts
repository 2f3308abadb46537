import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();

// The status comes first, or the dead letter is sent to some only.
await kafka.consumer({ groupId: 'tags' }).run({
  eachMessage: async ({ message }) => {
    try {
      await producer.send({ topic: 'tags.seen', messages: [{ key: message.key, value: message.value }] });
    } catch {
      try {
        await pool.query("UPDATE status SET state = 'failing'");
        await producer.send({ topic: 'tags.dead', messages: [{ key: message.key, value: message.value }] });
      } catch (failure) {
//      ^^^^^^^^^^^^^^^ swallowed-failure caught
        console.error(failure);
      }
    }
  },
});

await kafka.consumer({ groupId: 'tags.some' }).run({
  eachMessage: async ({ message }) => {
    const tag = JSON.parse(String(message.value));
    try {
      await producer.send({ topic: 'tags.seen', messages: [{ key: message.key, value: message.value }] });
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      if (tag.kept) await producer.send({ topic: 'tags.dead', messages: [{ key: message.key, value: message.value }] });
      try {
        await pool.query("UPDATE status SET state = 'failing'");
      } catch (failure) {
//      ^^^^^^^^^^^^^^^ swallowed-failure caught
        console.error(failure);
      }
    }
  },
});
