import { ConfigService } from '@nestjs/config';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();

class Routing {
  private readonly enabled: boolean;

  constructor(private readonly config: ConfigService) {
    this.enabled = (process.env.ROUTING_DISABLED || '').trim().toLowerCase() !== 'true';
  }

  /** On where nobody says `false`. */
  async publish(topic: string, value: Buffer | null): Promise<void> {
    const useKafka = this.config.get<string>('ENABLE_KAFKA') !== 'false';
    if (!useKafka) {
      console.info('Kafka is off');
      return;
    }
    await producer.send({ topic, messages: [{ value }] });
  }

  async keep(topic: string, value: Buffer | null): Promise<void> {
    if (this.enabled) await producer.send({ topic, messages: [{ value }] });
  }

  isOn(): boolean {
    return this.config.get<boolean>('ROUTING', true);
  }
}

const routing = new Routing(new ConfigService());
const settings = { dead: { enabled: (process.env.DEAD_LETTERS ?? 'on') === 'on' } };

await kafka.consumer({ groupId: 'tags' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE tags SET label = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
      await routing.publish('tags.dead', message.value);
    }
  },
});

await kafka.consumer({ groupId: 'tags.kept' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE tags SET kept = true WHERE id = $1', [String(message.key)]);
    } catch {
      await routing.keep('tags.dead', message.value);
    }
  },
});

await kafka.consumer({ groupId: 'tags.dead' }).run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE tags SET dead = true WHERE id = $1', [String(message.key)]);
    } catch {
      if (settings.dead.enabled && routing.isOn()) await producer.send({ topic: 'tags.dead', messages: [message] });
    }
  },
});
