import { KafkaConsumer, type Message } from 'node-rdkafka';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new KafkaConsumer({ 'group.id': 'bins', 'enable.auto.commit': false }, {});

function pull(): Promise<Message[]> {
  return new Promise((resolve, reject) => {
    consumer.consume(10, (error, messages) => (error ? reject(error) : resolve(messages)));
  });
}

for (;;) {
  for (const message of await pull()) {
    try {
      await pool.query('UPDATE bins SET level = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch (error) {
      throw new Error('bin', { cause: error });
    }
    consumer.commitMessageSync(message);
  }
}
