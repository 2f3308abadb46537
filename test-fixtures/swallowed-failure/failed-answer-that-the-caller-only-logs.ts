import { Kafka, type Producer } from 'kafkajs';
import { Pool } from 'pg';

class Translator {
  constructor(private readonly pool: Pool) {}

  async translate(id: string, text: string): Promise<{ id: string; status: string }> {
    try {
      await this.pool.query('INSERT INTO translations (id, text) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, text]);
      return { id, status: 'done' };
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      return { id, status: 'failed' };
    }
  }
}

class Announcements {
  constructor(private readonly producer: Producer) {}

  async announce(id: string): Promise<void> {
    await this.producer.send({ topic: 'translations.seen', messages: [{ value: id }] });
  }
}

const kafka = new Kafka({ clientId: 'translate', brokers: ['localhost:9092'] });
const translator = new Translator(new Pool());
const announcements = new Announcements(kafka.producer());

await kafka.consumer({ groupId: 'translate' }).run({
  eachMessage: async ({ message }) => {
    const translated = await translator.translate(String(message.key), String(message.value));
    if (translated.status === 'failed') console.warn(translated);
    await announcements.announce(String(message.key));
  },
});
