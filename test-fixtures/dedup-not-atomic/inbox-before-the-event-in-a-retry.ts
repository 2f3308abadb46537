import { Kafka } from 'kafkajs';
import mongoose from 'mongoose';

class DeclinedError extends Error {}

const Inbox = mongoose.model('inbox', new mongoose.Schema({ eventId: { type: String, unique: true } }));
const Payment = mongoose.model('payment', new mongoose.Schema({ orderId: { type: String, unique: true } }));

const kafka = new Kafka({ clientId: 'payments', brokers: ['localhost:9092'] });
const producer = kafka.producer();

function charge(): boolean {
  if (Math.random() <= 0.15) throw new DeclinedError('declined');
  if (Math.random() < 0.3) throw new Error('no answer');
  return true;
}

async function pay(eventId: string, orderId: string): Promise<void> {
  if (await Inbox.findOne({ eventId })) return;
  charge();
  const session = await mongoose.startSession();
  try {
    session.startTransaction();
    await Payment.create([{ orderId }], { session });
    await Inbox.create([{ eventId }], { session });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    await session.commitTransaction();
  } catch (error) {
    await session.abortTransaction();
    throw error;
  } finally {
    await session.endSession();
  }
  await producer.send({ topic: 'payments.completed', messages: [{ key: orderId, value: eventId }] });
}

async function payOrDecline(eventId: string, orderId: string): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await pay(eventId, orderId);
      return;
    } catch (error) {
      if (error instanceof DeclinedError) {
        await producer.send({ topic: 'payments.failed', messages: [{ key: orderId, value: eventId }] });
        return;
      }
    }
  }
  throw new Error(`no answer for ${orderId}`);
}

export async function start(): Promise<void> {
  await kafka.consumer({ groupId: 'payments' }).run({
    eachMessage: async ({ message }) => {
      await payOrDecline(String(message.headers?.['eventId']), String(message.key));
    },
  });
}
