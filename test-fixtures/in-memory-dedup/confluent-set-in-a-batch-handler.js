const { KafkaJS } = require('@confluentinc/kafka-javascript');
const { Pool } = require('pg');

const pool = new Pool();
const handled = new Set();
const consumer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).consumer({
  kafkaJS: { groupId: 'claims', autoCommit: false },
});

async function start() {
  await consumer.subscribe({ topics: ['claims.filed'] });
  await consumer.run({
    eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary }) => {
      for (const message of batch.messages) {
        const id = message.key.toString();
        if (!handled.has(id)) {
//           ^^^^^^^^^^^ in-memory-dedup guard
          await pool.query('INSERT INTO claims (id, body) VALUES ($1, $2)', [id, message.value.toString()]);
          handled.add(id);
        }
        resolveOffset(message.offset);
      }
      await commitOffsetsIfNecessary();
    },
  });
}

module.exports = { start };
