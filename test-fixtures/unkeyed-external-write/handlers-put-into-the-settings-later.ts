import { Kafka, type ConsumerRunConfig } from 'kafkajs';
import { createTransport } from 'nodemailer';
import Stripe from 'stripe';

const kafka = new Kafka({ clientId: 'notices', brokers: ['localhost:9092'] });
const mailer = createTransport({ host: 'mail.example' });
const stripe = new Stripe('sk');

export class Notices {
  private readonly consumer = kafka.consumer({ groupId: 'notices' });

  async start(inBatches: boolean): Promise<void> {
    await this.consumer.subscribe({ topics: ['notices'] });
    const settings: ConsumerRunConfig = { partitionsConsumedConcurrently: 3 };
    if (inBatches) {
      settings.eachBatch = async ({ batch }) => {
        for (const message of batch.messages) {
          await stripe.charges.create({ amount: Number(message.value), currency: 'eur' });
//              ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
        }
      };
    } else {
      settings.eachMessage = async ({ message }) => {
        await mailer.sendMail({ to: String(message.key), subject: 'notice' });
//            ^^^^^^^^^^^^^^^ unkeyed-external-write person
      };
    }
    await this.consumer.run(settings);
  }
}
