import { Kafka, type Producer } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'profiles', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const pool = new Pool();

class Shipper {
  constructor(private readonly producer: Producer) {}
  async send(topic: string, line: object): Promise<void> {
    await this.producer.send({ topic, messages: [{ value: JSON.stringify(line) }] });
  }
}

class ShippedLogger {
  constructor(
    private readonly context: string,
    private readonly shipper: Shipper,
  ) {}

  private async line(level: string, text: string): Promise<void> {
    try {
      await this.shipper.send('logstream', { level, text, context: this.context });
    } catch (error) {
      console.error(error);
    }
  }
  async debug(text: string): Promise<void> {
    await this.line('debug', text);
  }
  async info(text: string): Promise<void> {
    await this.line('info', text);
  }
  async error(text: string): Promise<void> {
    await this.line('error', text);
  }
}

const shipper = new Shipper(producer);
const logger = new ShippedLogger('profiles', shipper);

await kafka.consumer({ groupId: 'profiles' }).run({
  eachMessage: async ({ message }) => {
    logger.info(`seen ${String(message.key)}`);
    await pool.query('UPDATE profiles SET seen = true WHERE id = $1', [String(message.key)]);
    await logger.debug('done');
    // What is no line of a log is an effect, whichever way it goes.
    shipper.send('profiles.seen', { id: String(message.key) });
//  ^^^^^^^^^^^^ floating-effect dropped
  },
});
