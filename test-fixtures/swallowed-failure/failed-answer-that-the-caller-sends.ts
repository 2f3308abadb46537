import { Kafka, type Producer } from 'kafkajs';
import { Pool } from 'pg';

interface Translated {
  readonly id: string;
  readonly text: string;
  readonly status: 'done' | 'failed';
}

class Translator {
  constructor(private readonly pool: Pool) {}

  async translate(id: string, text: string): Promise<Translated> {
    try {
      await this.pool.query('INSERT INTO translations (id, text) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, text]);
      return { id, text, status: 'done' };
    } catch (error) {
      console.error('not translated', error);
      return { id, text: '', status: 'failed' };
    }
  }
}

class Replies {
  constructor(private readonly producer: Producer) {}

  async emit(topic: string, reply: unknown): Promise<void> {
    await this.producer.send({ topic, messages: [{ value: JSON.stringify(reply) }] });
  }
}

const kafka = new Kafka({ clientId: 'translate', brokers: ['localhost:9092'] });
const translator = new Translator(new Pool());
const replies = new Replies(kafka.producer());

await kafka.consumer({ groupId: 'translate' }).run({
  eachMessage: async ({ message }) => {
    const translated = await translator.translate(String(message.key), String(message.value));
    await replies.emit('translations.done', translated);
  },
});
