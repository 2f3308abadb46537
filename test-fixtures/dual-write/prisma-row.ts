// preset: strict
import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();
const producer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).producer();

export async function add(id: string, port: string): Promise<void> {
  await prisma.boat.create({ data: { id, port } });
  await producer.send({ topic: 'boats.added', messages: [{ key: id, value: port }] });
//      ^^^^^^^^^^^^^ dual-write beside
}
