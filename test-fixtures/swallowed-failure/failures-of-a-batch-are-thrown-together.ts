import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'cells', brokers: ['localhost:9092'] }).consumer({ groupId: 'cells' });

await consumer.run({
  eachBatch: async ({ batch }) => {
    const failures: unknown[] = [];
    for (const message of batch.messages) {
      try {
        await pool.query('UPDATE cells SET value = $1 WHERE id = $2', [String(message.value), String(message.key)]);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures);
  },
});
