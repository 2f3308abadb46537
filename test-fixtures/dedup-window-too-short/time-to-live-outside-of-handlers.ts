import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = new Redis();

export const kafka = new Kafka({ brokers: ['localhost:9092'] });

export async function call(id: string): Promise<void> {
  if ((await redis.set(`call:${id}`, '1', 'EX', 60, 'NX')) === null) return;
  await axios.post('https://partner/calls', { id });
}
