import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';
import { createClient } from 'redis';

const redis = createClient();
const mail = nodemailer.createTransport({ host: 'localhost' });
const kafka = new Kafka({ clientId: 'ferns', brokers: ['localhost:9092'] });

async function isFree(id: string): Promise<boolean> {
  if (await redis.exists(`ferns:done:${id}`)) return false;
  const lock = await redis.set(`ferns:doing:${id}`, '1', { NX: true, EX: 7200 });
  if (lock !== 'OK') throw new Error('held by another one');
  return true;
}

await kafka.consumer({ groupId: 'ferns' }).run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    if (!(await isFree(id))) return;
    try {
      await mail.sendMail({ to: 'garden@example.org', text: String(message.value) });
      await redis.set(`ferns:done:${id}`, '1', { EX: 86_400 });
      await redis.del(`ferns:doing:${id}`);
    } catch (error) {
      await redis.del(`ferns:doing:${id}`);
      throw error;
    }
  },
});

await kafka.consumer({ groupId: 'mosses' }).run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    if (await redis.exists(`mosses:done:${id}`)) return;
    await redis.set(`mosses:done:${id}`, '1', { EX: 86_400 });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    await redis.hSet('mosses', id, String(message.value));
  },
});

await kafka.consumer({ groupId: 'lichens' }).run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    if (await redis.exists(`lichens:done:${id}`)) return;
    await redis.set(`lichens:done:${id}`, '1', { EX: 86_400 });
    await redis.del(`lichens:seen:${id}`);
  },
});
