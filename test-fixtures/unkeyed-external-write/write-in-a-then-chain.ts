import { Kafka, type EachMessagePayload } from 'kafkajs';
import Stripe from 'stripe';
import { Pool } from 'pg';

const stripe = new Stripe('key');
const pool = new Pool();

function onFee({ message }: EachMessagePayload): Promise<void> {
  const fee = JSON.parse(String(message.value));
  return stripe.transfers.create({ amount: fee.cents, currency: 'eur', destination: fee.account })
//       ^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    .then((transfer) => pool.query('UPDATE fees SET transfer = $2 WHERE id = $1', [fee.id, transfer.id]))
    .then(() => undefined);
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'fees', brokers: ['localhost:9092'] }).consumer({ groupId: 'fees' });
  await consumer.subscribe({ topics: ['fees.due'] });
  await consumer.run({ eachMessage: onFee });
}
