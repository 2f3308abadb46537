const { Kafka } = require('kafkajs');
const { Pool } = require('pg');
const axios = require('axios');

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'calls' });

consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const { rowCount } = await pool.query('SELECT 1 FROM handled WHERE id = $1', [id]);
    if (rowCount) return;
    await axios.post('https://partner/calls', { id }, { headers: { 'Idempotency-Key': id } });
    await pool.query('INSERT INTO handled (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
  },
});