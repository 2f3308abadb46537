import { KafkaConsumer, type Message } from 'node-rdkafka';
import nodemailer from 'nodemailer';
import { createClient } from 'redis';

const mailer = nodemailer.createTransport('smtp://localhost');
const redis = createClient();
const consumer = new KafkaConsumer({ 'group.id': 'digest', 'enable.auto.commit': false }, {});

const pull = (): Promise<Message[]> =>
  new Promise((resolve, reject) => {
    consumer.consume(100, (error, messages) => (error ? reject(error) : resolve(messages)));
  });

export async function run(): Promise<void> {
  while (true) {
    const readers = new Set<string>();
    for (const message of await pull()) {
      const reader = String(message.key);
      if (readers.has(reader)) continue;
      readers.add(reader);
      if ((await redis.set(`digest:${reader}`, '1', { NX: true })) === null) continue;
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
      await mailer.sendMail({ to: reader, subject: 'Your digest' });
    }
    consumer.commit();
  }
}
