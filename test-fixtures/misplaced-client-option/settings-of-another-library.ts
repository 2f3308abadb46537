import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

export const kafka = new Kafka({ brokers: ['localhost:9092'] });
export const pool = new Pool({ connectionString: 'postgres://localhost', isolationLevel: 'serializable' } as object);