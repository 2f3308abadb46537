import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
import { PaymentGateway } from './gateway';

const gateway = new PaymentGateway(new Stripe('key'));

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'returns', brokers: ['localhost:9092'] }).consumer({ groupId: 'returns' });
  await consumer.subscribe({ topics: ['returns.accepted'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { chargeId, cents } = JSON.parse(String(message.value));
      const refundId = await gateway.refund(chargeId, cents);
      console.info('refunded', refundId);
    },
  });
}
