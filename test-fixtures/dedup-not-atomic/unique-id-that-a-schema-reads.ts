import { Kafka } from 'kafkajs';
import { MongoClient, MongoServerError } from 'mongodb';
import { createClient } from 'redis';
import { z } from 'zod';

const schema = z.object({ _id: z.string(), role: z.string() });
const notes = new MongoClient('mongodb://localhost').db('notes').collection('notes');
const redis = createClient();
const consumer = new Kafka({ clientId: 'notes', brokers: ['localhost:9092'] }).consumer({ groupId: 'notes' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { data } = schema.safeParse(JSON.parse(String(message.value)));
    try {
      await notes.insertOne(data);
//          ^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    } catch (error) {
      if (error instanceof MongoServerError && error.code === 11_000) return;
      throw error;
    }
    await redis.incr(`unread:${data.role}`);
  },
});
