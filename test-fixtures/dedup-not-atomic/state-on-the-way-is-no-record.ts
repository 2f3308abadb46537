import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();
const kafka = new Kafka({ clientId: 'notices', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });

/** What is still being sent is sent again. */
await kafka.consumer({ groupId: 'notices' }).run({
  eachMessage: async ({ message }) => {
    const { id, text } = JSON.parse(String(message.value));
    const notice = await prisma.notice.findUnique({ where: { id } });
    if (notice?.status === 'SENT') return;
    await prisma.notice.update({ where: { id }, data: { status: 'SENDING' } });
    await producer.send({ topic: 'sent', messages: [{ key: id, value: text }] });
  },
});

/** What was taken is not taken again, whether it was sent or not. */
await kafka.consumer({ groupId: 'reminders' }).run({
  eachMessage: async ({ message }) => {
    const { id, text } = JSON.parse(String(message.value));
    const reminder = await prisma.reminder.findUnique({ where: { id } });
    if (reminder?.status === 'TAKEN') return;
    await prisma.reminder.update({ where: { id }, data: { status: 'TAKEN' } });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    await producer.send({ topic: 'sent', messages: [{ key: id, value: text }] });
  },
});
