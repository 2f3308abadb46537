import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();

async function tagged(id: string, tags: readonly string[]): Promise<readonly string[]> {
  try {
    await pool.query('UPDATE articles SET tags = $1 WHERE id = $2', [tags, id]);
    return tags;
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.error('not tagged', error);
    return [];
  }
}

async function announce(id: string, tags: readonly string[]): Promise<void> {
  await producer.send({ topic: 'articles.tagged', messages: [{ key: id, value: tags.join() }] });
}

await kafka.consumer({ groupId: 'tags' }).run({
  eachMessage: async ({ message }) => {
    const tags = await tagged(String(message.key), String(message.value).split(','));
    await announce(String(message.key), tags);
  },
});
