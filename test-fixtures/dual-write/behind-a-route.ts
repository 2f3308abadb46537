// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import express from 'express';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

const app = express();
app.post('/boats/:id', async (req, res) => {
  await pool.query('INSERT INTO boats (id) VALUES ($1)', [req.params.id]);
  await producer.send({ topic: 'boats.added', messages: [{ key: req.params.id, value: '' }] });
//      ^^^^^^^^^^^^^ dual-write beside
  res.status(201).end();
});
