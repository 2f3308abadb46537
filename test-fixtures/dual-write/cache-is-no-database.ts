// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

import Redis from 'ioredis';

const redis = new Redis();

export async function add(id: string, port: string): Promise<void> {
  await redis.set(id, port);
  await producer.send({ topic: 'boats.added', messages: [{ key: id, value: port }] });
}
