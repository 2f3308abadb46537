import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';

const state = { pool: new Pool(), delivered: new Set<string>() };

async function onDelivery(payload: EachMessagePayload): Promise<void> {
  const { delivered, pool } = state;
  const { message: received } = payload;
  const parcel = JSON.parse(String(received.value)).parcel;
  if (delivered.has(parcel)) return;
//    ^^^^^^^^^^^^^ in-memory-dedup guard
  delivered.add(parcel);
  await pool.query('INSERT INTO deliveries (parcel) VALUES ($1)', [parcel]);
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'drops', brokers: ['localhost:9092'] }).consumer({ groupId: 'drops' });
  await consumer.subscribe({ topics: ['parcels.delivered'] });
  await consumer.run({ eachMessage: async (payload) => onDelivery(payload) });
}
