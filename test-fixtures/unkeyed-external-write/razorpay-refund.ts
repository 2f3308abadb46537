import { Kafka } from 'kafkajs';
import Razorpay from 'razorpay';

const razorpay = new Razorpay({ key_id: 'rzp_live', key_secret: process.env.RAZORPAY_SECRET });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'refunds', brokers: ['localhost:9092'] }).consumer({ groupId: 'refunds' });
  await consumer.subscribe({ topics: ['orders.cancelled'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { paymentId, cents } = JSON.parse(String(message.value));
      await razorpay.payments.refund(paymentId, { amount: cents });
//          ^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    },
  });
}
