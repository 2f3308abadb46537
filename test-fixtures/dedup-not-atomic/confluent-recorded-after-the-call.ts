import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';
import axios from 'axios';

const pool = new Pool();
const consumer = new KafkaJS.Kafka().consumer({ kafkaJS: { groupId: 'calls' } });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const { rowCount } = await pool.query('SELECT 1 FROM handled WHERE id = $1', [id]);
    if (rowCount) return;
    await axios.post('https://partner/calls', { id });
    await pool.query('INSERT INTO handled (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  },
});