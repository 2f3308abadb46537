const { Kafka } = require('kafkajs');
const { Pool } = require('pg');
const axios = require('axios');

const pool = new Pool();
const consumer = new Kafka({ clientId: 'crm', brokers: ['localhost:9092'] }).consumer({ groupId: 'crm' });

async function keep(message, error) {
  await pool.query(
    'INSERT INTO failures (source_offset, reason) VALUES ($1, $2) ON CONFLICT (source_offset) DO NOTHING',
    [message.offset, error.message],
  );
}

consumer.run({
  eachMessage: async ({ message }) => {
    try {
      await axios.put(`https://crm.example/people/${message.key}`, message.value);
    } catch (error) {
      await keep(message, error);
    }
  },
});
