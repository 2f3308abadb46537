import { Kafka } from 'kafkajs';
import { MongoClient } from 'mongodb';

const mongo = new MongoClient('mongodb://localhost');
const db = mongo.db('ledger');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      const session = mongo.startSession();
      try {
        await session.withTransaction(async () => {
          const inbox = await db.collection('inbox').updateOne({ id }, { $setOnInsert: { id } }, { upsert: true, session });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
          if (inbox.upsertedCount === 0) return;
          await db.collection('accounts').updateOne({ id }, { $inc: { balance: 1 } });
        });
      } finally {
        await session.endSession();
      }
    },
  });
}
