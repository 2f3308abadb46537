import { Consumer, stringDeserializers } from '@platformatic/kafka';
import nodemailer from 'nodemailer';

const mailer = nodemailer.createTransport('smtp://localhost');

export async function run(): Promise<void> {
  const consumer = new Consumer({
    clientId: 'invites',
    groupId: 'invites',
    bootstrapBrokers: ['localhost:9092'],
    deserializers: stringDeserializers,
  });
  const stream = await consumer.consume({ topics: ['invites.sent'], autocommit: false, mode: 'committed' });
  const invited = new Set<string>();
  for await (const message of stream) {
    if (invited.has(message.key)) continue;
//      ^^^^^^^^^^^ in-memory-dedup guard
    await mailer.sendMail({ to: message.key, subject: 'You are invited' });
    invited.add(message.key);
    await message.commit();
  }
}
