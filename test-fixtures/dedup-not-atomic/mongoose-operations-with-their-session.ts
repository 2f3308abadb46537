import { Kafka } from 'kafkajs';
import mongoose, { model, Schema } from 'mongoose';

const Inbox = model('Inbox', new Schema({ id: { type: String, unique: true } }));
const Account = model('Account', new Schema({ id: String, balance: Number }));

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      const session = await mongoose.startSession();
      await session.withTransaction(async () => {
        const inbox = await Inbox.updateOne({ id }, { $setOnInsert: { id } }, { upsert: true, session });
        if (inbox.upsertedCount === 0) return;
        await Account.updateOne({ id }, { $inc: { balance: 1 } }).session(session);
        await Account.updateOne({ id }, { $inc: { balance: 1 } }, { session });
      });
    },
  });
}
