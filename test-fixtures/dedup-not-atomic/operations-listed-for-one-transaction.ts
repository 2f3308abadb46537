import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const db = new PrismaClient();
const kafka = new Kafka({ clientId: 'loans', brokers: ['localhost:9092'] });

await kafka.consumer({ groupId: 'loans' }).run({
  eachMessage: async ({ message }) => {
    const { worker, cents } = JSON.parse(String(message.value));
    const loan = await db.loan.findFirst({ where: { worker, status: 'open' } });
    if (!loan || loan.left <= 0) return;
    await db.$transaction([
      db.loan.update({ where: { id: loan.id }, data: { left: loan.left - cents, status: 'paid' } }),
      db.worker.update({ where: { id: worker }, data: { balance: { decrement: Number(cents) } } }),
      db.payment.create({ data: { worker, cents } }),
    ]);
  },
});

await kafka.consumer({ groupId: 'loans-numbered' }).run({
  eachMessage: async ({ message }) => {
    const loan = await db.loan.findFirst({ where: { worker: String(message.key), status: 'open' } });
    if (!loan || loan.left <= 0) return;
    await db.$transaction([
      ...String(message.value)
        .split(',')
        .map((worker) => db.worker.update({ where: { id: worker }, data: { balance: { decrement: 1 } } })),
      db.loan.update({ where: { id: Number(loan.id) }, data: { left: 0, status: 'paid' } }),
    ]);
  },
});

await kafka.consumer({ groupId: 'loans-in-two' }).run({
  eachMessage: async ({ message }) => {
    const { worker, cents } = JSON.parse(String(message.value));
    const loan = await db.loan.findFirst({ where: { worker, status: 'open' } });
    if (!loan || loan.left <= 0) return;
    await db.$transaction([db.loan.update({ where: { id: loan.id }, data: { left: 0, status: 'paid' } })]);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    await db.$transaction([
      db.worker.update({ where: { id: worker }, data: { balance: { decrement: Number(cents) } } }),
      db.payment.create({ data: { worker, cents } }),
    ]);
  },
});
