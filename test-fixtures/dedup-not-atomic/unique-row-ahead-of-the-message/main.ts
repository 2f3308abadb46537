import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();
const kafka = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });

/** The row is there, so that nobody sends the message any more. */
await kafka.consumer({ groupId: 'orders' }).run({
  eachMessage: async ({ message }) => {
    const { paymentId } = JSON.parse(String(message.value));
    if (await prisma.order.findUnique({ where: { paymentId } })) return;
    await prisma.order.create({ data: { paymentId } });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    await producer.send({ topic: 'orders', messages: [{ key: paymentId, value: 'taken' }] });
  },
});

/** The message is sent before: it may be sent twice, and consumers know it by its key. */
await kafka.consumer({ groupId: 'shipments' }).run({
  eachMessage: async ({ message }) => {
    const { paymentId } = JSON.parse(String(message.value));
    await fetch(`https://shop.example/orders/${paymentId}`, { method: 'PUT', body: 'taken' });
    if (await prisma.order.findUnique({ where: { paymentId } })) return;
    await prisma.order.create({ data: { paymentId } });
  },
});
