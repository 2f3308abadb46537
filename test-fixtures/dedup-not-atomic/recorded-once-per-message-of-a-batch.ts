import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import axios from 'axios';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'calls' });

await consumer.run({
  eachBatch: async ({ batch }) => {
    for (const message of batch.messages) {
      const id = String(message.key);
      const { rowCount } = await pool.query('SELECT 1 FROM handled WHERE id = $1', [id]);
      if (rowCount) continue;
      await axios.post('https://partner/calls', { id });
      await pool.query('INSERT INTO handled (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
    }
  },
});