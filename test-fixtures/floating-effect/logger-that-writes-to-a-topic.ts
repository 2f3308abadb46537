import { Kafka, type Producer } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'orchards', brokers: ['localhost:9092'] });
const producer = kafka.producer();

class TopicLogger {
  readonly #to: Producer;

  constructor(to: Producer) {
    this.#to = to;
  }

  async info(text: string): Promise<void> {
    await this.#put('info', text);
  }

  async warn(text: string): Promise<void> {
    await this.#put('warn', text);
  }

  error = async (text: string): Promise<void> => {
    await this.#put('error', text);
  };

  async #put(level: string, text: string): Promise<void> {
    try {
      await this.#to.send({ topic: 'orchards.log', messages: [{ key: level, value: text }] });
    } catch (error) {
      console.error(error);
    }
  }
}

const logger = new TopicLogger(producer);

await kafka.consumer({ groupId: 'orchards' }).run({
  eachMessage: async ({ message }) => {
    logger.info(`picked ${String(message.key)}`);
    try {
      await pool.query('UPDATE orchards SET picked = true WHERE id = $1', [String(message.key)]);
    } catch (error) {
      logger.error(String(error));
      throw error;
    }
  },
});

/** What somebody else is to act on is no log, whatever its members are called. */
class Alarms {
  async info(text: string): Promise<void> {
    await producer.send({ topic: 'orchards.alarms', messages: [{ key: 'info', value: text }] });
  }

  async warn(text: string): Promise<void> {
    await producer.send({ topic: 'orchards.alarms', messages: [{ key: 'warn', value: text }] });
  }

  async error(text: string): Promise<void> {
    await producer.send({ topic: 'orchards.alarms', messages: [{ key: 'error', value: text }] });
  }
}

/** What is kept of events may be what the handler is there for. */
class AuditLog {
  async info(text: string): Promise<void> {
    await producer.send({ topic: 'orchards.audit', messages: [{ value: text }] });
  }

  async record(text: string): Promise<void> {
    await producer.send({ topic: 'orchards.audit', messages: [{ value: text }] });
  }
}

const alarms = new Alarms();
const audit = new AuditLog();

await kafka.consumer({ groupId: 'orchards-watched' }).run({
  eachMessage: async ({ message }) => {
    alarms.warn(String(message.value));
//  ^^^^^^^^^^^ floating-effect dropped
    audit.info(String(message.value));
//  ^^^^^^^^^^ floating-effect dropped
  },
});
